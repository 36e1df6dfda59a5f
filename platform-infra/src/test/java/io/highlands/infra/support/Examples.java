// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.highlands.infra.settings.Environment;

/** What CloudFormation would put in place of a template's functions: the environment's own values, or examples. */
public final class Examples {

    private static final String ID = "/0123456789abcdef";

    private final Environment environment;

    public Examples(Environment environment) {
        this.environment = environment;
    }

    /** The text that a string, {@code Fn::Join}, {@code Ref} or {@code Fn::ImportValue} stands for. */
    public String resolve(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        Map.Entry<String, JsonNode> function = value.properties().iterator().next();
        return switch (function.getKey()) {
            case "Fn::Join" -> function.getValue().get(1).valueStream().map(this::resolve)
                    .collect(Collectors.joining(function.getValue().get(0).asString()));
            case "Ref" -> pseudo(function.getValue().asString());
            case "Fn::ImportValue" -> imported(function.getValue().asString());
            default -> throw new IllegalArgumentException(function + " is none of Fn::Join, Ref, Fn::ImportValue");
        };
    }

    /** Full name of the load balancer. */
    public String loadBalancer() {
        return "app/highlands-" + environment.name() + ID;
    }

    /** Full name of a service's target group. */
    public String targetGroup(String service) {
        return "targetgroup/highlands-%s-%s%s".formatted(environment.name(), service, ID);
    }

    private String pseudo(String name) {
        return switch (name) {
            case "AWS::AccountId" -> environment.account()
                    .orElse("local".equals(environment.name()) ? "000000000000" : "111122223333");
            case "AWS::Region" -> environment.region().orElse("us-east-1");
            case "AWS::Partition" -> "aws";
            default -> throw new IllegalArgumentException("Ref " + name + " has no example");
        };
    }

    private String imported(String export) {
        if (export.contains("LoadBalancerFullName")) {
            return loadBalancer();
        }
        if (export.contains("TargetGroupFullName")) {
            String service = export.substring(("highlands-" + environment.name() + "-").length(), export.indexOf(':'));
            return targetGroup(service);
        }
        throw new IllegalArgumentException("import of " + export + " has no example");
    }
}
