package org.nangdok.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.mpatric.mp3agic.ID3v2;
import com.mpatric.mp3agic.ID3v2ChapterFrameData;
import com.mpatric.mp3agic.Mp3File;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jaudiotagger.audio.mp3.MP3File;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;

/** Our tag as two readers see it that aren't ours. */
class Id3TagTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, (byte) 0xFF};

  @TempDir private Path folder;

  @Test
  void aFirstReaderFindsFactsAndChapters() throws Exception {
    ID3v2 tag = new Mp3File(file(transcript(2))).getId3v2Tag();

    assertThat(tag.getTitle()).isEqualTo("새 \"우물\" 소식");
    assertThat(tag.getArtist()).isEqualTo("들꽃 신문");
    assertThat(tag.getAlbumImageMimeType()).isEqualTo("image/png");
    assertThat(tag.getAlbumImage()).isEqualTo(PNG);
    List<ID3v2ChapterFrameData> chapters = tag.getChapters();
    assertThat(chapters).hasSize(2);
    assertThat(chapters.get(0).getStartTime()).isZero();
    assertThat(chapters.get(0).getEndTime()).isEqualTo(1200);
    assertThat(chapters.get(1).getStartTime()).isEqualTo(1200);
    assertThat(chapters.get(1).getEndTime()).isEqualTo(2400);
    assertThat(tag.getChapterTOC()).hasSize(1);
    assertThat(tag.getChapterTOC().getFirst().getChildren()).containsExactly("turn0", "turn1");
  }

  @Test
  void aSecondReaderFindsTheSame() throws Exception {
    Tag tag = new MP3File(file(transcript(2)).toFile()).getTag();

    assertThat(tag.getFirst(FieldKey.TITLE)).isEqualTo("새 \"우물\" 소식");
    assertThat(tag.getFirst(FieldKey.ARTIST)).isEqualTo("들꽃 신문");
    assertThat(tag.getFirst(FieldKey.YEAR)).isEqualTo("2026-11-20");
    assertThat(tag.getFirst(FieldKey.LANGUAGE)).isEqualTo("kor");
    assertThat(tag.getFirst(FieldKey.COMMENT)).isEqualTo(Transcript.SYNTHETIC);
    assertThat(tag.getFirstArtwork().getBinaryData()).isEqualTo(PNG);
  }

  @Test
  void moreTurnsThanOneTableCanNameAreGrouped() throws Exception {
    ID3v2 tag = new Mp3File(file(transcript(600))).getId3v2Tag();

    assertThat(tag.getChapters()).hasSize(600);
    assertThat(tag.getChapterTOC()).hasSize(6);
    assertThat(tag.getChapterTOC().getLast().getChildren())
        .containsExactly("toc0", "toc1", "toc2", "toc3", "toc4");
  }

  @Test
  void ffmpegsTextIsOneLineEach() {
    String text = Tags.ffmetadata(transcript(2));

    assertThat(text).startsWith(";FFMETADATA1\ntitle=새 \"우물\" 소식\n");
    assertThat(text).contains("[CHAPTER]\nTIMEBASE=1/1000\nSTART=1200\nEND=2400\ntitle=홍\\=길동\n");
  }

  private static Transcript transcript(int turns) {
    List<Turn> all = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      Sentence sentence = new Sentence("문장입니다.", i, i * 1200L, i * 1200L + 1000);
      String name = i % 2 == 0 ? null : "홍=길동";
      all.add(new Turn("anchor", "p" + i, name, null, "ko-1", null, List.of(sentence)));
    }
    return new Transcript(
        "id",
        "새 \"우물\" 소식",
        "ko",
        "https://news.example/1",
        "들꽃 신문",
        null,
        OffsetDateTime.parse("2026-11-20T09:00:00+09:00"),
        "https://listen.example/a.mp3",
        turns * 1200L,
        all,
        List.of());
  }

  private Path file(Transcript transcript) throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Id3Tag.of(transcript, new Id3Tag.Picture("image/png", PNG)));
    for (int i = 0; i < 100; i++) {
      bytes.writeBytes(org.nangdok.audio.Mp3Frames.silence(1));
    }
    return Files.write(folder.resolve("tagged.mp3"), bytes.toByteArray());
  }
}
