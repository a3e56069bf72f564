package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.cluster.S3Server;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.library.ClipStoreContract;
import org.nangdok.library.LibraryException;

@Tag("cluster")
class SharedClipsTest extends ClipStoreContract {

  private SharedLibrary library;

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
    library.bucket.remove(SharedClips.name(KEY));
  }

  @AfterEach
  void mend() {
    library.s3.fault(S3Server.Fault.NONE);
  }

  @Override
  protected ClipStore store() {
    return new SharedClips(library.bucket, library.client, 1_000_000);
  }

  private static Clip clip(int frames) {
    return new Clip(Mp3Frames.silence(frames), frames * 24 - 10, List.of(), true);
  }

  @Test
  void anAnswerThatIsLostIsNoOtherWriter() {
    library.s3.fault(S3Server.Fault.LOST_ANSWERS);
    for (int i = 0; i < 6; i++) {
      ClipInfo kept = store().put(KEY, clip(5 + i));
      assertThat(kept.millis()).isEqualTo(120);
    }
    assertThat(store().bytes(KEY).orElseThrow()).hasSize(5 * Mp3Frames.BYTES);
  }

  @Test
  void theRowSaysWhatTheObjectSaysWhoeverWritesIt() {
    ClipStore zombie = store();
    zombie.put(KEY, clip(5));
    library.client.sql("delete from clip").update(); // its row was never written
    assertThat(store().info(KEY)).isEmpty();
    assertThat(store().put(KEY, clip(9)).millis()).isEqualTo(120);
    assertThat(store().info(KEY).orElseThrow().millis()).isEqualTo(120);
  }

  @Test
  void aDamagedObjectIsReplacedAndALostOneIsForgotten() {
    library.bucket.replace(SharedClips.name(KEY), new byte[] {1, 2, 3});
    assertThat(store().bytes(KEY)).isEmpty();
    assertThat(store().put(KEY, clip(4)).millis()).isEqualTo(96);
    assertThat(store().bytes(KEY).orElseThrow()).hasSize(4 * Mp3Frames.BYTES);

    library.bucket.remove(SharedClips.name(KEY));
    assertThat(store().bytes(KEY)).isEmpty();
    assertThat(store().info(KEY)).as("so that it is made again").isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsAProblemWithACode() {
    library.s3.fault(S3Server.Fault.DOWN);
    assertThatThrownBy(() -> store().put(KEY, clip(4)))
        .isInstanceOfSatisfying(
            LibraryException.class, e -> assertThat(e.code()).isEqualTo("storage.failed"));
  }
}
