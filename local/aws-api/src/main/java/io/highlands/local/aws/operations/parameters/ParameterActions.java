// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.template.ParameterSpec;

/** GetParameter and GetParameters. Each parameter has one version. */
public final class ParameterActions {

    private static final String VERSION = "1";

    private final Infrastructure infrastructure;

    private ParameterActions(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /**
     * Systems Manager's operations on parameters that are served.
     *
     * @param infrastructure what they tell of
     * @return what is served, by name
     */
    public static Map<String, Action> all(Infrastructure infrastructure) {
        ParameterActions actions = new ParameterActions(infrastructure);
        return Map.of("GetParameter", actions::one, "GetParameters", actions::several);
    }

    private Map<String, Object> one(Input input) {
        String given = input.text("Name");
        ParameterSpec parameter = find(given)
                .orElseThrow(() -> new AwsError("ParameterNotFound", "Parameter " + given + " not found."));
        return Output.of("Parameter", tree(parameter)).tree();
    }

    private Map<String, Object> several(Input input) {
        List<Object> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : input.texts("Names")) {
            find(name).ifPresentOrElse(parameter -> found.add(tree(parameter)), () -> unknown.add(name));
        }
        return Output.of("Parameters", found).with("InvalidParameters", unknown).tree();
    }

    /** By name or ARN, either of which may end in the version. */
    private Optional<ParameterSpec> find(String given) {
        return infrastructure.stacks().get().parameters().stream()
                .filter(parameter -> is(given, parameter.name()) || is(given, arn(parameter))).findFirst();
    }

    private static boolean is(String given, String name) {
        return given.equals(name) || given.equals(name + ":" + VERSION);
    }

    private String arn(ParameterSpec parameter) {
        return infrastructure.arn("ssm", "parameter/" + parameter.name().replaceFirst("^/", ""));
    }

    private Map<String, Object> tree(ParameterSpec parameter) {
        return Output.of("Name", parameter.name()).with("Type", parameter.type()).with("Value", parameter.value())
                .with("Version", Integer.valueOf(VERSION)).with("LastModifiedDate", infrastructure.since())
                .with("ARN", arn(parameter)).with("DataType", "text").tree();
    }
}
