package org.nangdok.page;

/** The one door through which pages come in from the internet. */
@FunctionalInterface
public interface PageFetcher {

  /**
   * Fetches and decodes the page at an address.
   *
   * @param address as a person gave it; http or https
   * @return the page, with the address it was finally found at
   * @throws PageException if the address is not one to fetch or the site doesn't give a page
   */
  Page fetch(String address);
}
