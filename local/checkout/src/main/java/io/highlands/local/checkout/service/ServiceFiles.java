// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The files of a new service's module, from the templates beside this class. */
final class ServiceFiles {

    private final Map<String, String> values = new HashMap<>();
    private final List<Map<String, String>> calls = new ArrayList<>();
    private final JavaNames names;
    private final ModuleStyle style;

    private ServiceFiles(ServicePlan plan, ModuleStyle style) {
        this.names = new JavaNames(plan.name());
        this.style = style;
        values.putAll(style.values());
        values.putAll(Map.of("name", plan.name(), "package", packageName(), "class", names.className(), "path",
                plan.path(), "example", plan.example(), "method", JavaNames.method(plan.path())));
        for (ServicePlan.Call call : plan.calls()) {
            calls.add(call(call, calls.size(), calls.size() + 1 == plan.calls().size()));
        }
    }

    /**
     * {@return the text of each file by its path below the module's folder}
     *
     * @param plan the service
     * @param style how the module is written
     */
    static SequencedMap<String, String> of(ServicePlan plan, ModuleStyle style) {
        SequencedMap<String, String> files = new ServiceFiles(plan, style).all();
        files.replaceAll((file, text) -> style.licensed(text));
        return files;
    }

    private String packageName() {
        return names.packageName(style.packagePrefix());
    }

    private SequencedMap<String, String> all() {
        String folder = packageName().replace('.', '/') + "/";
        String main = "src/main/java/" + folder;
        String test = "src/test/java/" + folder;
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", text(style.pom()));
        files.put("README.md", text("README.md"));
        files.put("src/image/training.txt", text("training.txt"));
        files.put("src/main/resources/application.properties", text("application.properties"));
        files.put(main + names.className() + ".java", text("Application.java"));
        files.put(main + "RouteController.java", text("RouteController.java"));
        files.put(main + "Reply.java", text("Reply.java"));
        for (Map<String, String> call : calls) {
            Map<String, String> all = new HashMap<>(values);
            all.putAll(first(call));
            files.put(main + call.get("call.class") + ".java",
                    Template.render("Upstream.java", all, List.of()));
        }
        if (style.isOfHighlands()) {
            files.put(test + "ArchitectureTest.java", text("ArchitectureTest.java"));
        }
        files.put(test + "RoutesTest.java", text("RoutesTest.java"));
        return files;
    }

    private String text(String template) {
        Map<String, String> all = new HashMap<>(values);
        calls.stream().findFirst().ifPresent(call -> all.putAll(first(call)));
        return Template.render(template, all, calls);
    }

    private static Map<String, String> first(Map<String, String> call) {
        Map<String, String> values = new HashMap<>();
        call.forEach((key, value) -> values.put(key.replace("call.", "first."), value));
        return values;
    }

    private static Map<String, String> call(ServicePlan.Call call, int index, boolean last) {
        DeclaredService service = call.service();
        JavaNames names = new JavaNames(service.name());
        Map<String, String> values = new HashMap<>(Map.of("call.name", service.name(), "call.class",
                names.className(), "call.field", names.field(), "call.member", names.member(), "call.variable",
                names.variable(), "call.path", call.path(), "call.method", JavaNames.method(call.path()), "call.url",
                service.url(), "call.timeout", service.clientTimeout().toSeconds() + "s", "call.index",
                Integer.toString(index)));
        values.put("call.comma", last ? "" : ",");
        values.put("call.end", last ? ");" : "");
        values.put("call.record-end", last ? ") {}" : "");
        return values;
    }
}
