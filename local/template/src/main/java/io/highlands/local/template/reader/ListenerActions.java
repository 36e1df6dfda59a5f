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
        action.text("TargetGroupArn", null);
        return new Forward(TargetGroups.find(targetGroups, targets.getFirst(), "TargetGroupArn").arn());
    }

    private static ListenerAction fixedResponse(Properties config) {
        return new FixedResponse(config.integer("StatusCode", 200, 599), config.text("ContentType", null),
                config.text("MessageBody", ""));
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
