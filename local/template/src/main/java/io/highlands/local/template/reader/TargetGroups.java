// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TargetHealthCheck;
import io.highlands.local.template.TemplateException;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads target groups. */
final class TargetGroups {

    private static final Pattern MATCHER = Pattern.compile("[1-5]\\d\\d(-[1-5]\\d\\d)?(,[1-5]\\d\\d(-[1-5]\\d\\d)?)*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?");
    private static final int MAX_NAME = 32;
    private static final List<String> PROTOCOLS = List.of("HTTP", "HTTPS");

    private TargetGroups() {
    }

    static List<TargetGroupSpec> read(Inventory inventory) {
        List<TargetGroupSpec> groups = new ArrayList<>();
        for (Properties group : inventory.all("AWS::ElasticLoadBalancingV2::TargetGroup")) {
            groups.add(group(group));
        }
        return groups;
    }

    private static TargetGroupSpec group(Properties group) {
        String type = group.oneOf("TargetType", "instance", List.of("instance", "ip", "lambda", "alb"));
        if (!type.equals("ip")) {
            throw group.error("TargetType", "'" + type
                    + "' cannot take Fargate tasks, which have addresses of their own (awsvpc); allowed: ip");
        }
        String protocol = group.oneOf("Protocol", null, PROTOCOLS);
        if (protocol.equals("HTTPS")) {
            group.differs("Protocol", "targets are spoken to without TLS");
        }
        checkName(group, "Target group");
        Attributes attributes = Attributes.read(group, "TargetGroupAttributes");
        if (attributes.flag("stickiness.enabled", false)) {
            throw attributes.error("stickiness.enabled", "'true' cannot be run here; allowed: false");
        }
        Duration delay = Duration.ofSeconds(attributes.integer("deregistration_delay.timeout_seconds", 300, 0, 3600));
        return new TargetGroupSpec(group.source(), group.ref(), group.attribute("TargetGroupName"),
                group.integer("Port", 1, 65535), protocol, healthCheck(group, protocol), delay);
    }

    /**
     * Checks the name of a load balancer or target group.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html">Name: "a
     *      maximum of 32 characters, must contain only alphanumeric characters or hyphens, and must not begin or end with a
     *      hyphen"</a>
     */
    static void checkName(Properties owner, String what) {
        String name = owner.text("Name", null);
        if (name == null) {
            return;
        }
        if (name.length() > MAX_NAME) {
            throw owner.error("Name",
                    what + " name '" + name + "' cannot be longer than '" + MAX_NAME + "' characters");
        }
        if (!NAME.matcher(name).matches()) {
            throw owner.error("Name", what + " name '" + name
                    + "' is not allowed; allowed: letters, digits and hyphens, no hyphen first or last");
        }
    }

    private static TargetHealthCheck healthCheck(Properties group, String protocol) {
        if (!group.flag("HealthCheckEnabled", true)) {
            throw group.error("HealthCheckEnabled", "'false' is not allowed for targets of type ip");
        }
        if (group.oneOf("HealthCheckProtocol", protocol, PROTOCOLS).equals("HTTPS")) {
            group.differs("HealthCheckProtocol", "targets are asked without TLS");
        }
        String port = group.text("HealthCheckPort", "traffic-port");
        int interval = group.integer("HealthCheckIntervalSeconds", 30, 5, 300);
        int timeout = group.integer("HealthCheckTimeoutSeconds", 5, 2, 120);
        if (timeout >= interval) {
            throw group.error("HealthCheckTimeoutSeconds", timeout
                    + " is not shorter than HealthCheckIntervalSeconds, which is " + interval);
        }
        String path = group.text("HealthCheckPath", "/");
        if (!path.startsWith("/")) {
            throw group.error("HealthCheckPath", "'" + path + "' must begin with /");
        }
        Properties matcher = group.child("Matcher");
        String codes = matcher == null ? "200" : matcher.text("HttpCode", "200");
        if (!MATCHER.matcher(codes).matches()) {
            throw matcher.error("HttpCode", "'" + codes + "' is not allowed; allowed: such as 200, 200,202 or 200-299");
        }
        return new TargetHealthCheck(path, port.equals("traffic-port")
                ? null
                : group.integer("HealthCheckPort", 1, 65535), Duration.ofSeconds(interval),
                Duration.ofSeconds(timeout), group.integer("HealthyThresholdCount", 5, 2, 10),
                group.integer("UnhealthyThresholdCount", 2, 2, 10), codes);
    }

    /** The group that a property refers to. */
    static TargetGroupSpec find(List<TargetGroupSpec> groups, Properties properties, String property) {
        String arn = properties.text(property);
        return groups.stream().filter(group -> group.arn().equals(arn)).findFirst().orElseThrow(() -> unknown(groups,
                properties, property, arn));
    }

    private static TemplateException unknown(List<TargetGroupSpec> groups, Properties properties, String property,
            String arn) {
        Map<String, String> known = new TreeMap<>();
        groups.forEach(group -> known.put(group.source().toString(), group.arn()));
        return properties.error(property, "'" + arn + "' is not a target group of this environment; allowed: "
                + String.join(", ", known.keySet()));
    }
}
