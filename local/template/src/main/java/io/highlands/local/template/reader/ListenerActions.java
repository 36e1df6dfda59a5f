// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.List;

import io.highlands.local.template.ListenerAction;
import io.highlands.local.template.ListenerAction.FixedResponse;
import io.highlands.local.template.ListenerAction.Forward;
import io.highlands.local.template.ListenerAction.Redirect;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.cloudformation.Properties;

/** Reads what listeners and rules do. */
final class ListenerActions {

    private static final int MAX_BODY = 1024;
    private static final List<String> CONTENT_TYPES = List.of("text/plain", "text/css", "text/html",
            "application/javascript", "application/json");
    private static final List<String> TYPES = List.of("forward", "fixed-response", "redirect");

    private ListenerActions() {
    }

    static ListenerAction read(Properties owner, String property, List<TargetGroupSpec> targetGroups) {
        List<Properties> actions = owner.children(property);
        if (actions.size() != 1) {
            throw owner.error(property, actions.size() + " actions cannot be run here; allowed: one");
        }
        Properties action = actions.getFirst();
        return switch (action.oneOf("Type", null, TYPES)) {
            case "forward" -> forward(action, targetGroups);
            case "redirect" -> redirect(part(action, "RedirectConfig"));
            default -> fixedResponse(part(action, "FixedResponseConfig"));
        };
    }

    /**
     * Reads where requests are forwarded to.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html">TargetGroupArn with
     *      ForwardConfig: "it must be the same target group"</a>
     */
    private static ListenerAction forward(Properties action, List<TargetGroupSpec> targetGroups) {
        Properties config = action.child("ForwardConfig");
        if (config == null) {
            return new Forward(TargetGroups.find(targetGroups, action, "TargetGroupArn").arn());
        }
        List<Properties> targets = config.children("TargetGroups");
        if (targets.size() != 1) {
            throw config.error("TargetGroups", targets.size() + " target groups cannot be run here; allowed: one");
        }
        targets.getFirst().integer("Weight", 1, 1, 999);
        String arn = TargetGroups.find(targetGroups, targets.getFirst(), "TargetGroupArn").arn();
        if (!action.text("TargetGroupArn", arn).equals(arn)) {
            throw action.error("TargetGroupArn", "'" + action.text("TargetGroupArn")
                    + "' is not the target group of ForwardConfig; allowed: " + arn);
        }
        return new Forward(arn);
    }

    /**
     * Reads a fixed response.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html">StatusCode:
     *      2XX, 4XX or 5XX; ContentType; MessageBody of at most 1,024 characters</a>
     */
    private static ListenerAction fixedResponse(Properties config) {
        int status = config.integer("StatusCode", 200, 599);
        if (status / 100 == 3) {
            throw config.error("StatusCode", "'" + status + "' is not allowed; allowed: 200 to 299 and 400 to 599");
        }
        String body = config.text("MessageBody", "");
        if (body.length() > MAX_BODY) {
            throw config.error("MessageBody", "has " + body.length() + " characters; allowed: " + MAX_BODY);
        }
        String type = config.has("ContentType") ? config.oneOf("ContentType", null, CONTENT_TYPES) : null;
        return new FixedResponse(status, type, body);
    }

    private static ListenerAction redirect(Properties config) {
        int status = config.oneOf("StatusCode", null, List.of("HTTP_301", "HTTP_302")).equals("HTTP_301") ? 301 : 302;
        return new Redirect(status, config.text("Protocol", "#{protocol}"), config.text("Host", "#{host}"),
                config.text("Port", "#{port}"), config.text("Path", "/#{path}"), config.text("Query", "#{query}"));
    }

    private static Properties part(Properties action, String name) {
        Properties part = action.child(name);
        if (part == null) {
            throw action.error(name, "is missing");
        }
        return part;
    }
}
