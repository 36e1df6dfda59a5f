// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;
import io.highlands.local.template.Stacks;
import io.highlands.local.template.TemplateException;

/** All resources of an assembly in the order of their creation, each with one cursor over its properties. */
public final class Inventory {

    private final CloudAssembly assembly;
    private final LocalValues locals;
    private final Evaluator evaluator;
    private final Declarations declarations = new Declarations();
    private final Map<Resource, Reads> reads = new LinkedHashMap<>();
    private final Map<String, List<Resource>> byType = new HashMap<>();
    private final Set<Resource> opened = new LinkedHashSet<>();

    /**
     * Takes stock of an assembly. Types and properties that CloudFormation does not have, references to names that do not exist, and circular ones, are refused here, in parts
     * that are not run too, as CloudFormation does.
     *
     * @param assembly the assembly
     * @param locals values that its templates take from outside
     * @throws TemplateException when a reference or a condition is wrong
     */
    public Inventory(CloudAssembly assembly, LocalValues locals) {
        this.assembly = assembly;
        this.locals = locals;
        this.evaluator = new Evaluator(assembly, locals);
        for (Stack stack : assembly.stacks()) {
            stack.resources().values().forEach(resource -> ResourceRules.check(resource, evaluator));
            for (Resource resource : ResourceOrder.of(stack)) {
                if (evaluator.exists(resource)) {
                    reads.put(resource, new Reads(evaluator, resource, declarations));
                    byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
                }
            }
        }
    }

    /**
     * Adds what readers do with the properties that they read. A property that nobody declares counts as ignored.
     *
     * @param more the table of those readers
     */
    public void declare(Declarations more) {
        declarations.add(more);
    }

    /**
     * The resources of a type.
     *
     * @param type for example {@code AWS::ECS::Service}
     * @return cursors over their properties, in the order of creation
     * @throws TemplateException when one has a property that is declared to be refused
     */
    public List<Properties> all(String type) {
        List<Properties> cursors = new ArrayList<>();
        for (Resource resource : byType.getOrDefault(type, List.of())) {
            if (opened.add(resource)) {
                reads.get(resource).refuse();
            }
            cursors.add(Properties.of(evaluator, resource, reads.get(resource)));
        }
        return cursors;
    }

    /** {@return the stacks and parameters as CloudFormation and Parameter Store list them} */
    public Stacks stacks() {
        return new StackReader(evaluator).read(assembly, locals);
    }

    /**
     * What was read and what was not.
     *
     * @param notes why a type is not run here, by type or by the beginning of a type
     * @return entries in the order of creation
     */
    public List<Entry> coverage(Map<String, String> notes) {
        List<Entry> entries = new ArrayList<>();
        reads.forEach((resource, read) -> {
            if (opened.contains(resource)) {
                entries.addAll(read.coverage());
            } else {
                entries.add(new Entry(resource.stack().name(), resource.source().logicalId(), resource.type(), "",
                        Status.NOT_RUN, note(notes, resource.type())));
            }
        });
        return entries;
    }

    private static String note(Map<String, String> notes, String type) {
        String service = type.substring(0, type.lastIndexOf("::") + 2);
        return notes.getOrDefault(type, notes.getOrDefault(service, ""));
    }
}
