// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.highlands.infra.topology.ResourceSpec;
import io.highlands.infra.yaml.Section;

/** All types of resources. A further one is a class beside these and its line here. */
public final class ResourceTypes {

    private static final SequencedMap<String, Function<Section, ServiceResource>> READERS = new LinkedHashMap<>();

    static {
        READERS.put(PostgreSql.WORD, PostgreSql::read);
        READERS.put(SqsQueue.WORD, SqsQueue::read);
        READERS.put(DynamoDbTable.WORD, DynamoDbTable::read);
        READERS.put(S3Bucket.WORD, S3Bucket::read);
        READERS.put(GeneratedSecret.WORD, GeneratedSecret::read);
    }

    private static final String TYPE = "type";

    private ResourceTypes() {
    }

    /** {@return the values of the key {@code type}} */
    public static List<String> words() {
        return List.copyOf(READERS.keySet());
    }

    /**
     * Reads the resources of a service.
     *
     * @param section
     *            its key {@code resources}
     */
    public static List<ResourceSpec> read(Section section) {
        return section.sections().entrySet().stream()
                .map(entry -> new ResourceSpec(entry.getKey(), type(entry.getValue()))).toList();
    }

    private static String allowed(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static ServiceResource type(Section resource) {
        String allowed = allowed(words());
        String word = resource.text(TYPE, Pattern.compile(String.join("|", words())), allowed)
                .orElseThrow(() -> resource.refuse(TYPE, "nothing", allowed));
        ServiceResource read = READERS.get(word).apply(resource);
        resource.done();
        return read;
    }
}
