@echo off
rem Finds a Java 21 or newer and runs Nangdok with it, as the shell script nangdok beside it does.
setlocal EnableExtensions EnableDelayedExpansion

set "here=%~dp0"
set "jar=%here%target\nangdok.jar"
set "java="

if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java for /f "delims=" %%j in ('where java 2^>nul') do if not defined java call :try "%%j"
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
"%java%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xmx384m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %NANGDOK_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" exit /b 0
set "major=0"
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1 ^| findstr /i version"') do (
  set "found=%%~v"
  for /f "delims=.-+ tokens=1" %%m in ("!found!") do set "major=%%m"
)
if !major! geq 21 set "java=%~1"
exit /b 0
