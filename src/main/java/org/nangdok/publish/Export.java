package org.nangdok.publish;

/** A file format that can say who speaks. Implementations are stateless. */
public interface Export {

  /** The ending of the file's name, after the dot. */
  String extension();

  /** The media type, with its character set where the format needs one. */
  String mediaType();

  /** The transcript in this format. */
  String write(Transcript transcript);
}
