@echo off
rem Finds a Java 21 or newer and runs Nangdok with it, as the shell script nangdok beside it does.
setlocal EnableExtensions EnableDelayedExpansion

set "here=%~dp0"
set "jar=%here%target\nangdok.jar"
set "java="

if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~$PATH:j"
for %%d in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu") do (
  if not defined java if exist "%%~d" for /d %%k in ("%%~d\*") do if not defined java call :try "%%~k\bin\java.exe"
)

if not defined java (
  echo nangdok: no Java 21 or newer was found. Install one, or set JAVA_HOME to it. 1>&2
  exit /b 69
)
if not exist "%jar%" (
  echo nangdok: %jar% is missing. Build it first: mvn -DskipTests package 1>&2
  exit /b 69
)

setlocal DisableDelayedExpansion
rem Text goes in and comes out as UTF-8, whatever the console's code page is.
"%java%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xmx384m -Xmn40m -XX:SurvivorRatio=4 -XX:TargetSurvivorRatio=90 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %NANGDOK_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" exit /b 0
set "found="
rem A JDK says its version in the file beside its folder bin; one that is only a link to another has to be asked.
if exist "%~dp1..\release" for /f "usebackq tokens=1,2 delims==" %%a in ("%~dp1..\release") do if "%%a"=="JAVA_VERSION" set "found=%%~b"
if not defined found for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1 ^| findstr /c:"version \""') do set "found=%%~v"
set "major=0"
for /f "delims=.-+ tokens=1" %%m in ("!found!") do set "major=%%m"
if !major! geq 21 set "java=%~1"
exit /b 0
