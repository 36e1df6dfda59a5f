// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.AssemblyFolder;
import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudAssemblyTest {

    private static final String EMPTY = "{'Resources': {}}";

    @TempDir
    private Path folder;

    private void refused(String message) {
        assertThatThrownBy(() -> CloudAssembly.read(folder)).isInstanceOf(TemplateException.class)
                .hasMessage(message.replace("FOLDER", folder.toString()));
    }

    @Test
    void stacksComeAfterThoseTheyDependOn() {
        AssemblyFolder.in(folder).stack("c", EMPTY, "b").stack("a", EMPTY).stack("b", EMPTY, "a").write();

        assertThat(CloudAssembly.read(folder).stacks()).extracting(Stack::name).containsExactly("a", "b", "c");
    }

    @Test
    void artifactsOfOtherKindsArePassedOver() {
        AssemblyFolder.in(folder).artifact("'Tree': {'type': 'cdk:tree', 'properties': {'file': 'tree.json'}}")
                .stack("a", EMPTY).write();

        assertThat(CloudAssembly.read(folder).stacks()).hasSize(1);
    }

    /** What Jackson says of a place that it does not know is left out. */
    @Test
    void aTemplateThatEndsTooSoonIsOneLineWithoutTheParsersOwnWords() throws IOException {
        AssemblyFolder.in(folder).stack("a", EMPTY).write();
        Path template = Files.list(folder).filter(file -> file.toString().endsWith(".template.json")).findFirst()
                .orElseThrow();
        Files.writeString(template, "{\"Resources\":");

        assertThatThrownBy(() -> CloudAssembly.read(folder)).isInstanceOf(TemplateException.class).message()
                .startsWith(template + " line 1: not JSON: Unexpected end-of-input").doesNotContain("Source", "Stream");
    }

    @Test
    void aMissingFolderIsOneLine() {
        folder = folder.resolve("nowhere");

        refused("FOLDER: no cloud assembly here (manifest.json is missing)");
    }

    @Test
    void brokenJsonIsOneLineWithTheLine() {
        AssemblyFolder.in(folder).write("manifest.json", "{\n 'version':: }");

        assertThatThrownBy(() -> CloudAssembly.read(folder)).isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(folder.resolve("manifest.json") + " line 2: not JSON: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anEmptyFileIsOneLine() {
        AssemblyFolder.in(folder).write("manifest.json", "");

        refused("FOLDER/manifest.json: the manifest must be a JSON object, found nothing");
    }

    @Test
    void cutOffJsonIsOneLine() {
        AssemblyFolder.in(folder).write("manifest.json", "{'version': '54.0.0', 'artifacts': {");

        assertThatThrownBy(() -> CloudAssembly.read(folder)).isInstanceOf(TemplateException.class)
                .hasMessageContaining("manifest.json line 1: not JSON: ").hasMessageNotContaining("\n");
    }

    @Test
    void moreAfterTheEndIsRefused() {
        AssemblyFolder.in(folder).write("manifest.json", "{} {}");

        refused("FOLDER/manifest.json line 1: not JSON: there is more after the end");
    }

    @Test
    void aListIsNoManifest() {
        AssemblyFolder.in(folder).write("manifest.json", "[]");

        refused("FOLDER/manifest.json: the manifest must be a JSON object, found a list");
    }

    @Test
    void aVersionOfTheFutureIsRefused() {
        AssemblyFolder.in(folder).write("manifest.json", "{'version': '99.0.0'}");

        refused("FOLDER/manifest.json: cloud assembly version 99.0.0 is not known here; allowed: 36 to 54");
    }

    @Test
    void aVersionThatIsNoneIsRefused() {
        AssemblyFolder.in(folder).write("manifest.json", "{'version': 'latest'}");

        refused("FOLDER/manifest.json: version 'latest' is not a version of a cloud assembly");
    }

    @Test
    void anAssemblyWithoutStacksIsRefused() {
        AssemblyFolder.in(folder).write();

        refused("FOLDER/manifest.json: the assembly has no stack");
    }

    @Test
    void aMissingTemplateNamesItsStack() throws IOException {
        AssemblyFolder.in(folder).stack("a", EMPTY).write();
        Files.delete(folder.resolve("a.template.json"));

        refused("FOLDER/a.template.json: the template of stack a cannot be read: no such file");
    }

    @Test
    void aDependencyOnNothingIsRefused() {
        AssemblyFolder.in(folder).stack("a", EMPTY, "b").write();

        refused("FOLDER/manifest.json: artifact 'a' depends on 'b', which the assembly does not have");
    }

    @Test
    void stacksThatDependOnEachOtherAreRefused() {
        AssemblyFolder.in(folder).stack("a", EMPTY, "b").stack("b", EMPTY, "a").write();

        refused("FOLDER/manifest.json: artifacts depend on each other: a -> b -> a");
    }

    @Test
    void aNestedAssemblyIsRefused() {
        AssemblyFolder.in(folder).artifact("'assembly-Prod': {'type': 'cdk:cloud-assembly'}").write();

        refused("FOLDER/manifest.json: artifact 'assembly-Prod' is a nested cloud assembly (a CDK Stage), which is not "
                + "read here; synthesize its stacks directly");
    }

    @Test
    void aTransformIsRefused() {
        AssemblyFolder.in(folder).stack("a", "{'Transform': 'AWS::Serverless-2016-10-31', 'Resources': {}}").write();

        refused("a/Transform: only AWS can expand \"AWS::Serverless-2016-10-31\"; write it out instead");
    }

    @Test
    void aResourceWithoutTypeIsRefused() {
        AssemblyFolder.in(folder).stack("a", "{'Resources': {'B': {}}}").write();

        refused("a/B Type: must be a string such as AWS::ECS::Service, found nothing");
    }
}
