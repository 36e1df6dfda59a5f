// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.time.Instant;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.runbook.Instance;
import io.highlands.local.runbook.Runbook;

/**
 * A page whose steps are shown for one of its alarms.
 *
 * @param page the page
 * @param alarm the alarm's name; empty without one
 * @param instance the page's variables for it
 * @param back the page that shows the steps; empty for the runbook's own
 * @param token the token of this start
 * @param now when it was asked for
 */
record StepView(Runbook page, String alarm, Instance instance, String back, String token, Instant now) {

    /** The address of the steps, or of one that is to be confirmed. */
    String address(String step) {
        return "/runbooks/" + page.kind() + "/steps" + (step.isEmpty() ? "" : "/" + step) + "?"
                + query() + (back.isEmpty() ? "" : "&back=" + TimeRange.encode(back));
    }

    /** The page that shows the steps. */
    String origin() {
        return back.isEmpty() ? "/runbooks/" + page.kind() + (query().isEmpty() ? "" : "?" + query()) : back;
    }

    private String query() {
        return instance.name().isEmpty() ? "" : "instance=" + TimeRange.encode(instance.name());
    }

    /** An action of a page. */
    Element form(String step, Content... fields) {
        return Html.el("form", fields).attr("method", "post").attr("action", address(step))
                .add(hidden("token", token));
    }

    static Element hidden(String name, String value) {
        return Html.el("input").attr("type", "hidden").attr("name", name).attr("value", value);
    }

    /** An id that is unique on a page that shows the steps of several runbooks. */
    String id(String what, String step) {
        return what + "-" + page.kind() + "-" + instance.name() + "-" + step;
    }
}
