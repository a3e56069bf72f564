package org.nangdok.page;

import java.math.BigInteger;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of an address in its one canonical form: a lower-case ASCII name without a trailing dot,
 * a dotted IPv4 address, or an IPv6 address in brackets.
 *
 * <p>Parsers disagree about forms such as {@code 0177.0.0.1}; a host that two of them would read
 * differently is refused, so that what is checked is what is meant.
 *
 * @param text the canonical form
 * @param literal the address, when the host is one and not a name
 */
record HostName(String text, Optional<InetAddress> literal) {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final String UNREADABLE = "The host name could not be read.";

  /**
   * Reads the host part of an address.
   *
   * @throws PageException {@code page.bad-url} if it is no host or more than one
   */
  static HostName parse(String given) {
    if (given.startsWith("[")) {
      return ofIpv6(given);
    }
    String ascii = ascii(given);
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (name.isEmpty()) {
      throw PageException.badUrl("The address has no host name.");
    }
    List<String> labels = List.of(name.split("\\.", -1));
    if (labels.contains("")) {
      throw PageException.badUrl(UNREADABLE);
    }
    if (NUMBER.matcher(labels.get(labels.size() - 1)).matches()) {
      return ofIpv4(labels);
    }
    boolean readable =
        name.length() <= 253
            && Character.isLetter(labels.get(labels.size() - 1).charAt(0))
            && labels.stream().allMatch(label -> LABEL.matcher(label).matches());
    if (!readable) {
      throw PageException.badUrl(UNREADABLE);
    }
    return new HostName(name, Optional.empty());
  }

  private static String ascii(String given) {
    try {
      return IDN.toASCII(given).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw PageException.badUrl(given.equals(".") ? "The address has no host name." : UNREADABLE);
    }
  }

  private static HostName ofIpv6(String given) {
    if (given.contains("%")) {
      throw PageException.badUrl("Addresses with a zone id are not accepted.");
    }
    if (!given.endsWith("]") || !given.contains(":")) {
      throw PageException.badUrl(UNREADABLE);
    }
    try {
      InetAddress address = InetAddress.getByName(given);
      String text = address.getHostAddress();
      return new HostName(text.contains(":") ? "[" + text + "]" : text, Optional.of(address));
    } catch (UnknownHostException e) {
      throw PageException.badUrl(UNREADABLE);
    }
  }

  /** One to four numbers, the last filling the bytes that are left, as inet_aton(3) reads them. */
  private static HostName ofIpv4(List<String> parts) {
    if (parts.size() > 4) {
      throw PageException.badUrl(UNREADABLE);
    }
    List<BigInteger> numbers = new ArrayList<>();
    for (String part : parts) {
      numbers.add(number(part));
    }
    BigInteger whole = BigInteger.ZERO;
    for (int i = 0; i < numbers.size(); i++) {
      boolean last = i == numbers.size() - 1;
      int bits = last ? 8 * (4 - i) : 8;
      if (numbers.get(i).bitLength() > bits) {
        throw PageException.badUrl(UNREADABLE);
      }
      whole = whole.shiftLeft(bits).or(numbers.get(i));
    }
    int value = whole.intValue();
    byte[] bytes = {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      return new HostName(address.getHostAddress(), Optional.of(address));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are always an address.", e);
    }
  }

  /** A decimal number; with a leading zero only if it means the same in octal. */
  private static BigInteger number(String part) {
    if (part.length() > 32 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw PageException.badUrl(UNREADABLE);
    }
    BigInteger decimal = new BigInteger(part);
    boolean ambiguous =
        part.length() > 1 && part.startsWith("0") && decimal.compareTo(BigInteger.valueOf(7)) > 0;
    if (ambiguous) {
      throw PageException.badUrl(UNREADABLE);
    }
    return decimal;
  }
}
