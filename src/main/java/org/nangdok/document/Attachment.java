package org.nangdok.document;

/**
 * A file that lies in a document.
 *
 * @param name as the document calls it, empty if it doesn't
 * @param mediaType as the document says
 * @param bytes how large it is
 */
public record Attachment(String name, String mediaType, long bytes) {}
