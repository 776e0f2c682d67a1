package org.holdline.report.html;

import java.util.List;
import java.util.function.Consumer;

/**
 * A chart with what it says in words and in numbers.
 *
 * @param id of the element
 * @param title what it shows
 * @param said sentences that stand for it where it cannot be seen; the first is its text alternative
 * @param drawing draws it; nothing where there is nothing to draw
 * @param keys what its signs mean: class of a sign and its name
 * @param table its numbers; no rows where the sentences hold them all
 * @param wide takes the whole width of a page
 */
record Figure(
        String id, String title, List<String> said, Consumer<Html> drawing, List<Key> keys, Table table, boolean wide) {
    Figure {
        said = List.copyOf(said);
        keys = List.copyOf(keys);
    }

    /** A sign and what it means. */
    record Key(String sign, String name) {}

    /** Numbers in rows. */
    record Table(List<String> head, List<List<String>> rows) {
        static final Table NONE = new Table(List.of(), List.of());

        Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** Where no step carries the figure. */
    static Figure empty(String id, String title, String said, boolean wide) {
        return new Figure(id, title, List.of(said), html -> {}, List.of(), Table.NONE, wide);
    }

    void write(Html html, String tableName) {
        html.line().open("figure", "id", id, "class", wide ? "wide" : "");
        html.open("figcaption").text("h3", title);
        said.forEach(sentence -> html.text("p", sentence));
        html.close("figcaption");
        drawing.accept(html);
        if (!keys.isEmpty()) {
            html.open("p", "class", "keys");
            keys.forEach(key -> {
                html.open("span", "class", "key").text("i", "", "class", key.sign());
                html.text(key.name()).close().text(" ");
            });
            html.close("p");
        }
        if (!table.rows().isEmpty()) {
            html.open("details").text("summary", tableName);
            write(html, table, title);
            html.close("details");
        }
        html.close("figure");
    }

    /** A table that scrolls by itself on a narrow screen. */
    static void write(Html html, Table table, String name) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", name)
                .open("table")
                .open("thead")
                .open("tr");
        table.head().forEach(cell -> html.text("th", cell, "scope", "col"));
        html.close("thead").open("tbody");
        for (List<String> row : table.rows()) {
            html.open("tr").text("th", row.getFirst(), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> html.text("td", cell));
            html.close("tr");
        }
        html.close("div");
    }
}
