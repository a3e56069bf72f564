package org.nangdok.document.archive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nangdok.document.DocumentAccount;

/** The relations of a member of an Office Open XML file to others; those to outside are nothing. */
public final class Relations {

  /**
   * One of them.
   *
   * @param type the last word of its type, which is the same in all editions
   * @param path the other member
   */
  public record Relation(String type, String path) {}

  private final Map<String, Relation> byId;

  private Relations(Map<String, Relation> byId) {
    this.byId = byId;
  }

  /**
   * Those of a member.
   *
   * @param path the member, empty for the whole file
   */
  public static Relations of(String path, Archive archive, DocumentAccount account)
      throws IOException {
    int slash = path.lastIndexOf('/') + 1;
    String name = path.substring(0, slash) + "_rels/" + path.substring(slash) + ".rels";
    Map<String, Relation> byId = new LinkedHashMap<>();
    Optional<byte[]> bytes = archive.bytes(name);
    if (bytes.isPresent()) {
      XmlPart xml = XmlPart.of(bytes.get(), account);
      xml.each(
          root ->
              xml.each(
                  relation -> {
                    boolean outside = "External".equals(xml.attribute("TargetMode"));
                    String type = xml.attribute("Type", "");
                    if (!outside) {
                      byId.put(
                          xml.attribute("Id", ""),
                          new Relation(
                              type.substring(type.lastIndexOf('/') + 1),
                              Archive.resolve(path, xml.attribute("Target", ""))));
                    }
                  }));
    }
    return new Relations(byId);
  }

  /** The member behind an id. */
  public Optional<String> path(String id) {
    return Optional.ofNullable(byId.get(id)).map(Relation::path);
  }

  /** The first member of a type. */
  public Optional<String> first(String type) {
    return all(type).stream().findFirst();
  }

  /** All members of a type, in their order. */
  public List<String> all(String type) {
    return byId.values().stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::path)
        .toList();
  }
}
