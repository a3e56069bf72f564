package org.nangdok.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running browser with one page, driven as a person would: real clicks, real keys. */
abstract class Browser implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.shared();

  /** Keys as WebDriver names them (W3C WebDriver, 17.4.2). */
  static final String TAB = "\uE004";

  static final String ENTER = "\uE006";
  static final String ARROW_LEFT = "\uE012";
  static final String ARROW_RIGHT = "\uE014";
  static final String ARROW_DOWN = "\uE015";
  static final String SHIFT = "\uE008";

  /** Opens an address and waits until it has loaded. */
  abstract void open(String address);

  /**
   * Runs a script as the body of an asynchronous function.
   *
   * @return what it returns, as JSON
   */
  abstract JsonNode run(String script);

  /** Performs input actions (W3C WebDriver, 17). */
  abstract void perform(List<Map<String, Object>> actions);

  /** Resizes the page, in CSS pixels. */
  abstract void resize(int width, int height);

  @Override
  public abstract void close();

  /** The value of an expression. */
  JsonNode value(String expression) {
    return run("return " + expression + ";");
  }

  /** Does something in the page's only frame. */
  abstract <T> T frame(Supplier<T> inside);

  /** Clicks the middle of the first line of what a selector finds, after scrolling to it. */
  void click(String selector) {
    clickOn("document.querySelector(" + quoted(selector) + ")");
  }

  /** Clicks twice at once, as who selects a word. */
  void clickTwice(String selector) {
    clickOn("document.querySelector(" + quoted(selector) + ")", 2);
  }

  /** Clicks what a JavaScript expression names. */
  void clickOn(String expression) {
    clickOn(expression, 1);
  }

  private void clickOn(String expression, int times) {
    JsonNode box =
        run(
            """
            const found = %s;
            if (!found) throw new Error("nothing to click");
            found.scrollIntoView({block: "center", behavior: "instant"});
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const box = found.getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2];
            """
                .formatted(expression));
    int x = (int) box.get(0).asDouble();
    int y = (int) box.get(1).asDouble();
    List<Map<String, Object>> moves = new ArrayList<>();
    moves.add(Map.of("type", "pointerMove", "x", x, "y", y));
    for (int i = 0; i < times; i++) {
      moves.add(Map.of("type", "pointerDown", "button", 0));
      moves.add(Map.of("type", "pointerUp", "button", 0));
    }
    perform(List.of(Map.of("type", "pointer", "id", "mouse", "actions", moves)));
  }

  /** Presses keys one after another. */
  void press(String... keys) {
    List<Map<String, Object>> strokes = new ArrayList<>();
    for (String key : keys) {
      strokes.add(Map.of("type", "keyDown", "value", key));
      strokes.add(Map.of("type", "keyUp", "value", key));
    }
    perform(List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes)));
  }

  /** Presses a key while Shift is held. */
  void pressWithShift(String key) {
    perform(
        List.of(
            Map.of(
                "type",
                "key",
                "id",
                "keyboard",
                "actions",
                List.of(
                    Map.of("type", "keyDown", "value", SHIFT),
                    Map.of("type", "keyDown", "value", key),
                    Map.of("type", "keyUp", "value", key),
                    Map.of("type", "keyUp", "value", SHIFT)))));
  }

  /** A string as a JavaScript literal. */
  static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  /** The longest that a script may take. */
  static final Duration SCRIPT_LIMIT = Duration.ofSeconds(60);
}
