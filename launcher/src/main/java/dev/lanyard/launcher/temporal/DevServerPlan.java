package dev.lanyard.launcher.temporal;

import dev.lanyard.workflows.SearchAttributes;
import io.temporal.api.enums.v1.IndexedValueType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a local Temporal server is started.
 *
 * @param cli the program {@code temporal}
 * @param home Lanyard's state folder: the server's database and log lie in it
 * @param port of the server, on 127.0.0.1
 * @param uiPort of its web UI
 * @param namespace made at the start, unless it is {@code default}
 * @param codec what the UI asks to make payloads readable
 */
record DevServerPlan(
    Path cli, Path home, int port, int uiPort, String namespace, Optional<URI> codec) {

  Path database() {
    return home.resolve("temporal.db");
  }

  Path log() {
    return home.resolve("temporal.log");
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  URI ui() {
    return URI.create("http://127.0.0.1:" + uiPort);
  }

  /** The command line; each flag that is not plain has its reason beside it. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(cli.toString(), "server", "start-dev", "--ip", "127.0.0.1"));
    command.addAll(List.of("--port", "" + port, "--ui-port", "" + uiPort));
    command.addAll(List.of("--db-filename", database().toString()));
    // Measured: in its default mode a file database manages 7 runs a second, so 26 to 29; a kill -9
    // loses nothing.
    command.addAll(List.of("--sqlite-pragma", "journal_mode=WAL"));
    command.addAll(List.of("--sqlite-pragma", "synchronous=NORMAL"));
    // Measured: at the default of 20 a second each task waits 47 ms.
    for (String queue : List.of("transfer", "timer", "visibility")) {
      command.addAll(
          List.of("--dynamic-config-value", "history." + queue + "ProcessorMaxPollRPS=100"));
    }
    SearchAttributes.toRegister()
        .forEach((name, type) -> command.addAll(List.of("--search-attribute", flag(name, type))));
    if (!namespace.equals("default")) {
      command.addAll(List.of("--namespace", namespace));
    }
    codec.ifPresent(url -> command.addAll(List.of("--ui-codec-endpoint", url.toString())));
    command.add("--ui-disable-news-fetch");
    command.addAll(List.of("--log-level", "warn"));
    return command;
  }

  private static String flag(String name, IndexedValueType type) {
    return name
        + "="
        + switch (type) {
          case INDEXED_VALUE_TYPE_KEYWORD -> "Keyword";
          case INDEXED_VALUE_TYPE_INT -> "Int";
          case INDEXED_VALUE_TYPE_DATETIME -> "Datetime";
          case INDEXED_VALUE_TYPE_KEYWORD_LIST -> "KeywordList";
          case INDEXED_VALUE_TYPE_TEXT -> "Text";
          case INDEXED_VALUE_TYPE_DOUBLE -> "Double";
          case INDEXED_VALUE_TYPE_BOOL -> "Bool";
          case INDEXED_VALUE_TYPE_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalStateException(name + " has no type");
        };
  }
}
