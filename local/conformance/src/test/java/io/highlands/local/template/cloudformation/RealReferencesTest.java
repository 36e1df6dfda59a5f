// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every reference that platform-infra's templates make has a value here, in the parts that are not run too. */
class RealReferencesTest {

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void everyPropertyOfEveryResourceHasAValue(String environment) {
        CloudAssembly assembly = CloudAssembly.read(OUT.resolve(environment));
        Evaluator evaluator = new Evaluator(assembly, LocalValues.read(Path.of("no-local-values.json")));

        for (Stack stack : assembly.stacks()) {
            for (Resource resource : ResourceOrder.of(stack)) {
                Place place = new Place(stack, resource.source(), "");
                assertThat(evaluator.value(place, resource.properties()).isObject()).as("%s", resource).isTrue();
            }
        }
    }
}
