// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.Map;

import io.highlands.local.aws.model.Operation;

/** One wire protocol: how bodies are read, and how answers and errors are written. */
public interface Protocol {

    /**
     * Reads a body.
     *
     * @param operation the operation whose input it is
     * @param body the bytes, inflated
     * @return the parameters that are set; see {@link io.highlands.local.aws.model.ShapeType} for their types
     * @throws AwsError when the body is not well formed, or a value is of another type than the model says
     */
    Map<String, Object> read(Operation operation, byte[] body);

    /**
     * Writes an answer.
     *
     * @param call what was called; its operation is known
     * @param output the members of the answer; a member that is missing is not written
     * @return the answer
     */
    Answer answer(Call call, Map<String, Object> output);

    /**
     * Writes an error.
     *
     * @param call what was called
     * @param error what went wrong
     * @return the answer
     */
    Answer error(Call call, AwsError error);
}
