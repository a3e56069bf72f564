package org.nangdok.document;

import java.nio.file.Path;

/**
 * A stranger's file on this machine's disk; whoever has it read keeps it until it is read and
 * deletes it afterwards.
 *
 * @param path where it lies
 * @param bytes its length
 */
public record DocumentFile(Path path, long bytes) {}
