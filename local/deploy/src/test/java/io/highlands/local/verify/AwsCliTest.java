// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.deploy.FakeAws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is read of the AWS CLI's errors. */
class AwsCliTest {

    @TempDir
    private Path folder;

    private FakeAws aws;

    @BeforeEach
    void aCommand() throws IOException {
        aws = new FakeAws(folder);
    }

    /** The output is that of the AWS CLI user guide, "Structured error output", format enhanced, which is the default. */
    @Test
    void theErrorIsTheLineWithTheCodeAndNotTheDetailsAfterIt() throws IOException {
        aws.refuseWith("lambda", "get-function",
                """

                        aws: [ERROR]: An error occurred (ResourceNotFoundException) when calling the GetFunction operation: Function not found: f

                        Additional error details:
                        Type: User
                        """);

        assertThatThrownBy(() -> aws.cli().read("lambda", "get-function"))
                .hasMessage("aws lambda get-function: An error occurred (ResourceNotFoundException) when calling the"
                        + " GetFunction operation: Function not found: f");
    }

    @Test
    void theErrorIsTheLastLineWhereNoneHasACode() throws IOException {
        aws.refuseWith("lambda", "get-function", "usage: aws\n\nCould not connect to the endpoint URL: \"x\"\n");

        assertThatThrownBy(() -> aws.cli().read("lambda", "get-function"))
                .hasMessage("aws lambda get-function: Could not connect to the endpoint URL: \"x\"");
    }

    @Test
    void theCommandIsAskedForTheErrorFormatWithoutDetails() throws IOException {
        aws.cli().read("sts", "get-caller-identity");

        assertThat(aws.errorFormat()).isEqualTo("legacy");
    }
}
