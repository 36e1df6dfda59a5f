// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.drill;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** The page of a drill, from its begin to its score. */
public final class DrillSection implements Section {

    private static final String PATH = "/drill";

    private final DrillRuns drill;

    private final DrillPages pages;

    /**
     * Serves the page {@code /drill}.
     *
     * @param drill runs the drill
     */
    public DrillSection(DrillRuns drill) {
        this.drill = drill;
        this.pages = new DrillPages(drill);
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Drill", PATH));
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, request -> page(request, 200, Content.none()));
        routes.get(PATH + "/clock", request -> Answer.fragment(DrillPages.clock(drill.view(), request.now())));
        routes.get(PATH + "/log", request -> Answer.fragment(DrillPages.log(drill.view())));
        routes.get(PATH + "/state", this::state);
        action(routes, "begin", request -> drill.begin(level(request), seed(request)));
        action(routes, "answer", request -> drill.answer(words(request)));
        action(routes, "hint", request -> drill.hint());
        action(routes, "give-up", request -> drill.giveUp());
    }

    /** What cannot be done is said on the page, above what can. */
    private void action(Routes routes, String name, Consumer<Request> action) {
        routes.post(PATH + "/" + name, request -> {
            try {
                action.accept(request);
                return new Answer.Redirect(PATH);
            } catch (IllegalArgumentException refused) {
                return page(request, 400, Html.textEl("p", refused.getMessage()).cls("message failed")
                        .attr("role", "alert"));
            }
        });
    }

    private Answer page(Request request, int status, Content message) {
        DrillView view = drill.view();
        Element clock = part("/clock", DrillPages.clock(view, request.now())).cls("drill-clock");
        return new Answer.Page(status, "Drill", clock, Content.all(message, Html.div("columns wide-left",
                pages.state(view, request.now(), request.token()), part("/log", DrillPages.log(view)))), "");
    }

    private static Element part(String name, Content content) {
        return Html.div("", content).attr("hx-get", PATH + name).attr("hx-trigger", "tick from:body");
    }

    /** What a form holds, and the focus, are lost only when the drill is in another phase than the page shows. */
    private Answer state(Request request) {
        DrillView view = drill.view();
        return request.value("shown").filter(view.key()::equals).isPresent()
                ? new Answer.Raw(204, "text/html; charset=utf-8", new byte[0])
                : Answer.fragment(pages.state(view, request.now(), request.token()));
    }

    private static int level(Request request) {
        String level = request.field("level").orElse("");
        if (!level.matches("[1-3]")) {
            throw new IllegalArgumentException("level '" + level + "': allowed are 1 to 3");
        }
        return Integer.parseInt(level);
    }

    private static OptionalLong seed(Request request) {
        String seed = request.field("seed").orElse("").strip();
        try {
            return seed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seed));
        } catch (NumberFormatException other) {
            throw new IllegalArgumentException("seed '" + seed + "': allowed is a whole number of 64 bits, or none for "
                    + "any", other);
        }
    }

    /** The words up to the last that was chosen; one that is missing before it is refused as no word of the drill. */
    private static List<String> words(Request request) {
        List<String> words = Stream.of("where", "kind", "mitigation")
                .map(name -> request.field(name).orElse("")).toList();
        int last = words.size();
        while (last > 0 && words.get(last - 1).isEmpty()) {
            last--;
        }
        return words.subList(0, last);
    }
}
