package org.nangdok.library.shared;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The bucket of an S3-compatible store. An object is written once: a second writer is told so.
 * Thread-safe.
 */
public final class Bucket implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Bucket.class);
  private static final int TRIES = 6;
  private static final int CONNECTIONS = 64;
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final String name;

  /**
   * Where a bucket is.
   *
   * @param endpoint the store's address; null for AWS
   * @param accessKey null for what the machine itself has (environment, profile, role)
   */
  public record Place(
      String bucket,
      @Nullable URI endpoint,
      String region,
      @Nullable String accessKey,
      @Nullable String secretKey) {}

  public Bucket(Place place) {
    this.name = place.bucket();
    var builder =
        S3Client.builder()
            .region(Region.of(place.region()))
            .credentialsProvider(credentials(place))
            // of the clients tried, the one that neither breaks nor repeats a stored PUT unasked
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(Duration.ofSeconds(3))
                    .socketTimeout(Duration.ofSeconds(10)))
            // stores other than AWS often don't know its newer checksums
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(
                settings ->
                    settings.retryStrategy(
                        StandardRetryStrategy.builder()
                            .maxAttempts(TRIES)
                            .circuitBreakerEnabled(false)
                            .backoffStrategy(
                                BackoffStrategy.exponentialDelay(
                                    Duration.ofMillis(100), Duration.ofSeconds(3)))
                            .build()));
    if (place.endpoint() != null) {
      builder.endpointOverride(place.endpoint()).forcePathStyle(true);
    }
    this.client = builder.build();
  }

  private static AwsCredentialsProvider credentials(Place place) {
    String access = place.accessKey();
    String secret = place.secretKey();
    return access == null || secret == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(AwsBasicCredentials.create(access, secret));
  }

  /**
   * Makes sure that it is there, may be written and keeps the first writer's object.
   *
   * @throws LibraryException with a code that begins with {@code library.bucket-}
   */
  public void require() {
    String probe = "probe/" + UUID.randomUUID();
    try {
      boolean first = put(probe, new byte[] {1});
      boolean second = put(probe, new byte[] {2});
      remove(probe);
      if (!first || second) {
        throw new LibraryException(
            "library.bucket-unconditional",
            "The store of the bucket "
                + name
                + " doesn't know conditional writes (If-None-Match: *), on which every sentence"
                + " being made once depends. Use a store that does; docs/scaling.md names some.",
            null);
      }
    } catch (AwsServiceException e) {
      throw refused(e);
    } catch (SdkException | IllegalArgumentException e) {
      throw new LibraryException(
          "library.bucket-unreachable",
          "The store of the bucket "
              + name
              + " doesn't answer. Check nangdok.shared.bucket.endpoint and the network between.",
          e);
    }
  }

  private LibraryException refused(AwsServiceException e) {
    String what =
        e.statusCode() == NOT_FOUND
            ? "There is no bucket " + name + ". Make it, or correct nangdok.shared.bucket.name."
            : "The store refuses the bucket "
                + name
                + " ("
                + e.statusCode()
                + "). Check nangdok.shared.bucket.access-key, secret-key and region, and what that key"
                + " may do: get, put and delete objects.";
    return new LibraryException("library.bucket-refused", what, e);
  }

  /**
   * Writes an object unless there is one.
   *
   * @return whether it was written now; false also where an earlier try of this very call has
   *     written it and its answer was lost
   */
  boolean put(String key, byte[] content) {
    try {
      client.putObject(
          put -> put.bucket(name).key(key).ifNoneMatch("*"), RequestBody.fromBytes(content));
      return true;
    } catch (AwsServiceException e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  /** Writes an object in place of the one that there may be. */
  void replace(String key, byte[] content) {
    client.putObject(put -> put.bucket(name).key(key), RequestBody.fromBytes(content));
  }

  Optional<byte[]> get(String key) {
    try {
      return Optional.of(
          client.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArrayUnsafe());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (AwsServiceException e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  void remove(String key) {
    client.deleteObject(delete -> delete.bucket(name).key(key));
  }

  /** Whether the store answers, for readiness. */
  public boolean answers() {
    try {
      client.headBucket(head -> head.bucket(name));
      return true;
    } catch (SdkException e) {
      LOG.warn("The store doesn't answer: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
