// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.highlands.local.intake.batch.SpanDraft;
import io.highlands.local.intake.wire.ProtobufReader;
import io.highlands.local.intake.wire.Texts;

/** Whose spans they are. Of what a resource says, each span keeps what tells one task or version from another. */
final class Resource {

    private static final int ATTRIBUTES = 1;
    private static final String SERVICE = "service.name";
    private static final Set<String> KEPT = Set.of("deployment.environment.name", "deployment.environment",
            "service.version", "service.instance.id", "host.name", "telemetry.sdk.language");

    private final Attributes attributes;
    private final Map<String, String> kept = new LinkedHashMap<>();
    private String service = "";

    Resource(Texts texts) {
        this.attributes = new Attributes(texts);
    }

    void read(ProtobufReader in) {
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == ATTRIBUTES) {
                attributes.read(in.message(), this::take);
            } else {
                in.skip();
            }
        }
    }

    void describe(SpanDraft draft) {
        draft.service(service);
        kept.forEach(draft::attribute);
    }

    private void take(String key, String value) {
        if (key.equals(SERVICE)) {
            service = value;
        } else if (KEPT.contains(key)) {
            kept.put(key, value);
        }
    }
}
