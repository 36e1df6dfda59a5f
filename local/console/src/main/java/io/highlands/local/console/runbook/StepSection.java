// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.console.alarm.AlarmFacts;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.NotFound;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.control.message.RunbookStepResult;
import io.highlands.local.html.Content;
import io.highlands.local.html.Html;
import io.highlands.local.runbook.Instance;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookException;
import io.highlands.local.runbook.RunbookFolder;
import io.highlands.local.runbook.Step;

/** Runs the steps of runbooks: the card with their results on the pages of a runbook and of an incident, and its actions. */
public final class StepSection implements Section {

    /** The only pages, beside the runbook's own, that an action leads back to. */
    private static final Pattern BACK = Pattern.compile("/incident(?:\\?[A-Za-z0-9=&:%.+-]*)?");

    private final RunbookFolder folder;
    private final String environment;
    private final Supplier<? extends Collection<String>> services;
    private final AlarmFacts facts;
    private final RunbookPage pages;
    private final StepRuns runs;

    /**
     * Serves the actions below {@code /runbooks/KIND/steps}.
     *
     * @param folder the pages
     * @param environment the environment that runs
     * @param services names of the services that run
     * @param alarms the alarms
     * @param facts what their names and runbooks say
     * @param runs runs steps
     */
    public StepSection(RunbookFolder folder, String environment, Supplier<? extends Collection<String>> services,
            AlarmService alarms, AlarmFacts facts, StepRuns runs) {
        this.folder = folder;
        this.environment = environment;
        this.services = services;
        this.facts = facts;
        this.pages = new RunbookPage(alarms, facts);
        this.runs = runs;
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.empty();
    }

    @Override
    public void register(Routes routes) {
        routes.get("/runbooks/{kind}/steps", request -> Answer.fragment(
                new StepCard(view(request), runs).content()));
        routes.get("/runbooks/{kind}/steps/{step}", request -> {
            StepView view = view(request);
            return Answer.page("Run " + change(view, request).name() + "?",
                    StepConfirmation.content(view, change(view, request)));
        });
        routes.post("/runbooks/{kind}/steps", this::diagnose);
        routes.post("/runbooks/{kind}/steps/{step}", this::change);
    }

    /**
     * The card of an alarm's runbook.
     *
     * @param alarm the alarm's name
     * @param back the page on which the card is shown
     * @param request what was asked
     * @return the card; nothing for an alarm without a page that can be read
     */
    public Content card(String alarm, String back, Request request) {
        try {
            return facts.kind(alarm).flatMap(folder::find)
                    .map(page -> card(page, pages.chosen(page, Optional.of(facts.instance(page.kind(), alarm))), back,
                            request))
                    .orElse(Content.none());
        } catch (RunbookException unreadable) {
            return Content.none();
        }
    }

    /** The card of a page. */
    Content card(Runbook page, Optional<AlarmView> alarm, String back, Request request) {
        StepView view = view(page, alarm, back, request);
        return Html.div("card steps", Html.div("", new StepCard(view, runs).content())
                .attr("hx-get", view.address("")).attr("hx-trigger", "tick from:body"));
    }

    /**
     * What was run for alarms.
     *
     * @param alarms names of alarms
     * @return the last result of each step of their runbooks
     */
    public List<RunbookStepResult> results(Collection<String> alarms) {
        return alarms.stream().flatMap(alarm -> facts.kind(alarm).stream()
                .flatMap(kind -> runs.results(kind, alarm).stream())).toList();
    }

    private StepView view(Request request) {
        String kind = request.value("kind").orElse("");
        Runbook page = folder.find(kind).orElseThrow(() -> new NotFound("there is no runbook '" + kind + "'"));
        String back = request.value("back").filter(path -> BACK.matcher(path).matches()).orElse("");
        return view(page, pages.chosen(page, request.value("instance")), back, request);
    }

    private StepView view(Runbook page, Optional<AlarmView> alarm, String back, Request request) {
        String name = alarm.map(one -> facts.instance(page.kind(), one.name())).orElse("");
        return new StepView(page, alarm.map(AlarmView::name).orElse(""),
                Instance.of(page, environment, name, services.get()), back, request.token(), request.now());
    }

    private Answer diagnose(Request request) {
        StepView view = view(request);
        Optional<String> asked = request.field("step");
        List<String> steps = view.page().steps().stream().filter(asked.isPresent()
                ? step -> step.name().equals(asked.get())
                : Step::isDiagnosis).filter(step -> step.isDiagnosis() || step.isVerification()).map(Step::name)
                .toList();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(view.page().file() + " has no step '" + asked.orElse("")
                    + "' that changes nothing");
        }
        runs.start(new StepOrder(view.page().kind(), view.alarm(), steps, false));
        return new Answer.Redirect(view.origin());
    }

    private Answer change(Request request) {
        StepView view = view(request);
        Step step = change(view, request);
        String command = view.instance().pasted(step);
        // A form's line ends are CR LF (HTML, 4.10.21.4 Constructing the entry list).
        String shown = request.field("command").orElse("").replace("\r\n", "\n");
        if (!shown.strip().equals(command.strip())) {
            throw new IllegalArgumentException("the command of '" + step.name()
                    + "' is not the one that was shown; look at it again");
        }
        List<String> steps = new ArrayList<>(List.of(step.name()));
        view.page().steps().stream().filter(Step::isVerification).map(Step::name).forEach(steps::add);
        runs.start(new StepOrder(view.page().kind(), view.alarm(), steps, true));
        return new Answer.Redirect(view.origin());
    }

    private static Step change(StepView view, Request request) {
        String name = request.value("step").orElse("");
        return view.page().step(name).filter(Step::isChange).filter(step -> !step.isAwsOnly())
                .orElseThrow(() -> new NotFound(view.page().file() + " has no mitigation '" + name + "'"));
    }
}
