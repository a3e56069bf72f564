package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One or two sentences as they stand in news, a language each. */
class WrittenLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|Depuis son ouverture en 1987, l’école du village a toujours accueilli les enfants des mariniers.",
        "fr|Il y a trois semaines, on apprenait la fermeture de votre atelier. Vous y aviez passé vingt ans.",
        "fr|C’est une histoire que chacun connaît ici : le facteur, son vélo et la rivière.",
        "fr|La mairie n’a pas répondu à nos questions.",
        "de|Seit der Öffnung der Schleuse kommen mehr Boote in die Stadt, sagt der Hafenmeister.",
        "de|Niemand wusste, warum die Brücke gesperrt war.",
        "es|Desde que abrió la biblioteca, los vecinos leen más, dice la alcaldesa.",
        "es|Nadie sabía por qué estaba cerrado el puente.",
        "it|Da quando ha aperto la biblioteca, i vicini leggono di più, dice la sindaca.",
        "it|Nessuno sapeva perché il ponte fosse chiuso.",
        "pt|Desde que a biblioteca abriu, os vizinhos leem mais, diz a presidente da câmara.",
        "pt|Ninguém sabia por que a ponte estava fechada.",
        "nl|Sinds de sluis open is, komen er meer boten naar de stad, zegt de havenmeester.",
        "nl|Niemand wist waarom de brug dicht was.",
        "sv|Sedan slussen öppnade kommer det fler båtar till staden, säger hamnmästaren.",
        "da|Siden slusen åbnede, kommer der flere både til byen, siger havnefogeden.",
        "nb|Etter at slusen åpnet, kommer det flere båter til byen, sier havnesjefen.",
        "fi|Kun sulku avattiin, kaupunkiin tulee enemmän veneitä, sanoo satamapäällikkö.",
        "pl|Odkąd otwarto śluzę, do miasta przypływa więcej łodzi, mówi kapitan portu.",
        "cs|Od otevření plavební komory připlouvá do města více lodí, říká přístavní.",
        "hu|Amióta megnyílt a zsilip, több hajó jön a városba, mondja a kikötőmester.",
        "ro|De când s-a deschis ecluza, vin mai multe bărci în oraș, spune căpitanul portului.",
        "tr|Kanal açıldığından beri şehre daha çok tekne geliyor, diyor liman başkanı.",
        "id|Sejak pintu air itu dibuka, lebih banyak perahu datang ke kota, kata kepala pelabuhan.",
        "vi|Từ khi cửa cống được mở, có nhiều thuyền hơn đến thành phố, theo lời trưởng cảng.",
        "ru|С тех пор как открыли шлюз, в город приходит больше лодок, говорит начальник порта.",
        "uk|Відтоді як відкрили шлюз, до міста приходить більше човнів, каже начальник порту.",
        "en|Since the lock opened, more boats have come to town, the harbour master says.",
        "en|Nobody knew why the bridge was closed.",
        "en|# Lists of lakes that freeze, for the winter count: only where a gauge stands",
        "sw|Tangu mlango wa maji ufunguliwe, mashua nyingi zaidi huja mjini, asema mkuu wa bandari.",
        "is|Síðan skipastiginn opnaði koma fleiri bátar til bæjarins, segir hafnarstjórinn.",
        "lt|Nuo tada, kai atidarytas šliuzas, į miestą atplaukia daugiau valčių, sako uosto kapitonas.",
        "zu|Selokhu kwavulwa isango lamanzi, izikebhe eziningi ziyafika edolobheni, kusho umphathi.",
        "fr|Le vieux phare sera vendu aux enchères au printemps prochain.",
        "fr|Personne ne veut plus de ces tuiles, regrette l’artisan.",
        "de|Der alte Leuchtturm wird im Frühling versteigert.",
        "de|Diese Ziegel will keiner mehr, klagt der Handwerker.",
        "es|El viejo faro saldrá a subasta la próxima primavera.",
        "it|Il vecchio faro andrà all’asta la prossima primavera.",
        "pt|O velho farol vai a leilão na próxima primavera.",
        "nl|De oude vuurtoren wordt in het voorjaar geveild.",
        "sv|Den gamla fyren säljs på auktion nästa vår.",
        "da|Det gamle fyrtårn bliver solgt på auktion til foråret.",
        "nb|Det gamle fyret selges på auksjon til våren.",
        "fi|Vanha majakka myydään huutokaupassa ensi keväänä, eikä kukaan tiedä miksi.",
        "pl|Stara latarnia morska zostanie wiosną sprzedana na aukcji.",
        "cs|Starý maják bude na jaře prodán v dražbě.",
        "hu|A régi világítótornyot tavasszal elárverezik, és senki sem tudja, miért.",
        "ro|Farul vechi va fi scos la licitație în primăvară.",
        "tr|Eski deniz feneri ilkbaharda açık artırmayla satılacak.",
        "id|Mercusuar tua itu akan dilelang pada musim semi.",
        "vi|Ngọn hải đăng cũ sẽ được bán đấu giá vào mùa xuân.",
        "ru|Старый маяк весной продадут на аукционе.",
        "uk|Старий маяк навесні продадуть на аукціоні.",
        "en|The old lighthouse goes under the hammer next spring.",
        "fr|Un chat dort sur le banc de la gare depuis ce matin.",
        "de|Eine Katze schläft seit heute früh auf der Bank am Bahnhof.",
        "es|Un gato duerme en el banco de la estación desde esta mañana.",
        "it|Un gatto dorme da stamattina sulla panchina della stazione.",
        "pt|Um gato dorme no banco da estação desde esta manhã.",
        "nl|Een kat slaapt sinds vanmorgen op de bank bij het station.",
        "sv|En katt sover sedan i morse på bänken vid stationen.",
        "da|En kat har sovet på bænken ved stationen siden i morges, siger en rejsende.",
        "fi|Kissa on nukkunut aseman penkillä aamusta asti.",
        "pl|Kot śpi od rana na ławce przy dworcu.",
        "cs|Kočka spí od rána na lavičce u nádraží, protože svítí slunce.",
        "hu|Egy macska alszik reggel óta az állomás padján.",
        "ro|O pisică doarme de azi-dimineață pe banca din gară.",
        "tr|Bir kedi sabahtan beri istasyondaki bankta uyuyor.",
        "ru|Кошка с утра спит на скамейке у вокзала.",
        "uk|Кішка зранку спить на лавці біля вокзалу.",
        "en|A cat has slept on the bench at the station since this morning.",
        "ko|第2次 本會議를 開議하겠습니다. 먼저 議事擔當官의 報告가 있겠습니다.",
        "ko|大統領은 어제 國會에서 演說했다.",
        "ko|KBS는 AI 앵커를 NEWS 9에 쓴다고 밝혔다.",
        "zh|韩国总统昨天在国会发表演说,提到首尔(서울)的住房问题。",
        "ja|韓国の「안녕하세요」という挨拶は広く知られている。"
      })
  void theLanguageIsToldBySentencesOfItsOwn(String language, String text) {
    assertThat(WrittenLanguage.of(text)).isEqualTo(language);
  }
}
