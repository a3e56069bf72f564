package org.nangdok;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a machine does with what several share, under {@code nangdok.shared.}; read in the profile
 * {@code shared} only, as {@link SharedDatabaseSettings} and {@link SharedBucketSettings} are.
 *
 * @param clipMegabytes how much sound each machine keeps in memory
 */
@ConfigurationProperties("nangdok.shared")
record SharedSettings(@DefaultValue("64") int clipMegabytes) {}
