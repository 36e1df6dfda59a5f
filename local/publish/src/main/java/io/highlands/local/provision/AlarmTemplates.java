// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.template.cloudformation.CloudAssembly;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.LocalValues;

/** The alarms of templates of which nothing else is read, such as those of another project. */
public final class AlarmTemplates {

    private AlarmTemplates() {
    }

    /**
     * Reads the alarms, with the periods that they have in AWS.
     *
     * @param template a CloudFormation template in JSON, or the folder of a cloud assembly
     * @return metric and composite alarms
     * @throws io.highlands.local.template.TemplateException in one line, when anything is wrong
     */
    public static List<AlarmDefinition> read(Path template) {
        CloudAssembly assembly = Files.isDirectory(template)
                ? CloudAssembly.read(template)
                : CloudAssembly.ofTemplate(template);
        return AlarmReader
                .read(new Inventory(assembly, LocalValues.read(template.resolveSibling("no-local-values.json"))));
    }
}
