package org.nangdok;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.shared.Bucket;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bucket of an S3-compatible store with conditional writes that several machines share.
 *
 * @param name the bucket's name
 * @param endpoint the store's address; AWS without one
 * @param region the store's region
 * @param accessKey the id of a key; what the machine itself has (environment, profile, role)
 *     without one
 * @param secretKey that key's secret
 */
@ConfigurationProperties("nangdok.shared.bucket")
record SharedBucketSettings(
    @DefaultValue("nangdok") String name,
    @Nullable URI endpoint,
    @DefaultValue("us-east-1") String region,
    @Nullable String accessKey,
    @Nullable String secretKey) {

  Bucket.Place place() {
    return new Bucket.Place(name, endpoint, region, accessKey, secretKey);
  }
}
