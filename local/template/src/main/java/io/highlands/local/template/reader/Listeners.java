// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.highlands.local.template.ListenerSpec;
import io.highlands.local.template.RuleSpec;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads listeners and their rules. */
final class Listeners {

    private static final int MAX_VALUES = 5;
    /** Key of a rule's metadata, which platform-infra writes. */
    private static final String EXAMPLE = "highlands:example";
    /** RFC 3986, sections 3.3 and 3.4: characters of a path and of a query. */
    private static final Pattern REQUEST_TARGET = Pattern
            .compile("/(?!/)(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*"
                    + "(?:\\?(?:[A-Za-z0-9/?._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)?");

    private Listeners() {
    }

    static List<ListenerSpec> read(Inventory inventory, String loadBalancer, List<TargetGroupSpec> targetGroups) {
        Map<String, List<RuleSpec>> rules = new HashMap<>();
        List<Properties> listeners = inventory.all("AWS::ElasticLoadBalancingV2::Listener");
        listeners.forEach(listener -> rules.put(listener.ref(), new ArrayList<>()));
        for (Properties rule : inventory.all("AWS::ElasticLoadBalancingV2::ListenerRule")) {
            String listener = rule.text("ListenerArn");
            if (!rules.containsKey(listener)) {
                throw rule.error("ListenerArn", "'" + listener + "' is not a listener of this environment; allowed: "
                        + String.join(", ", listeners.stream().map(l -> l.source().toString()).toList()));
            }
            add(rules.get(listener), rule, targetGroups);
        }
        List<ListenerSpec> specs = new ArrayList<>();
        for (Properties listener : listeners) {
            String balancer = listener.text("LoadBalancerArn");
            if (!balancer.equals(loadBalancer)) {
                throw listener.error("LoadBalancerArn", "'" + balancer + "' is not the load balancer, which is "
                        + loadBalancer);
            }
            specs.add(listener(listener, rules.get(listener.ref()), targetGroups));
        }
        return specs;
    }

    private static ListenerSpec listener(Properties listener, List<RuleSpec> rules, List<TargetGroupSpec> targets) {
        String protocol = listener.oneOf("Protocol", null, List.of("HTTP", "HTTPS"));
        if (protocol.equals("HTTPS")) {
            if (listener.children("Certificates").isEmpty()) {
                throw listener.error("Certificates", "is missing, which HTTPS needs");
            }
            listener.differs("Protocol", "listens without TLS");
        }
        rules.sort(Comparator.comparingInt(RuleSpec::priority));
        return new ListenerSpec(listener.source(), listener.integer("Port", 1, 65535), protocol,
                ListenerActions.read(listener, "DefaultActions", targets), rules);
    }

    private static void add(List<RuleSpec> rules, Properties rule, List<TargetGroupSpec> targetGroups) {
        int priority = rule.integer("Priority", 1, 50000);
        rules.stream().filter(other -> other.priority() == priority).findAny().ifPresent(other -> {
            throw rule.error("Priority", priority + " is taken by " + other.source());
        });
        List<Properties> conditions = rule.children("Conditions");
        if (conditions.size() != 1) {
            throw rule.error("Conditions", conditions.size()
                    + " conditions cannot be run here; allowed: one, on path-pattern");
        }
        List<String> paths = paths(conditions.getFirst());
        rules.add(new RuleSpec(rule.source(), priority, paths, ListenerActions.read(rule, "Actions", targetGroups),
                example(rule, paths)));
    }

    /** What the template names, or the path where it stands for itself. */
    private static Optional<String> example(Properties rule, List<String> paths) {
        Optional<String> named = rule.metadata(EXAMPLE);
        named.filter(example -> !REQUEST_TARGET.matcher(example).matches()).ifPresent(example -> {
            throw rule.source().error("Metadata." + EXAMPLE, "'" + example
                    + "' is not allowed; allowed: a path such as /pets/7?full=true");
        });
        return named.or(() -> paths.stream().filter(path -> REQUEST_TARGET.matcher(path).matches()
                && !path.contains("*") && !path.contains("?")).findFirst());
    }

    private static List<String> paths(Properties condition) {
        condition.oneOf("Field", null, List.of("path-pattern"));
        Properties config = condition.child("PathPatternConfig");
        List<String> paths = new ArrayList<>(condition.texts("Values"));
        if (config != null) {
            paths.addAll(config.texts("Values"));
        }
        if (paths.isEmpty() || paths.size() > MAX_VALUES) {
            throw condition.error("PathPatternConfig.Values", paths.size() + " values are not allowed; allowed: 1 to "
                    + MAX_VALUES);
        }
        return paths;
    }
}
