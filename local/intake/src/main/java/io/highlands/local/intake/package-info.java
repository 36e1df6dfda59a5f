// SPDX-License-Identifier: Apache-2.0
/** Takes in what the agents of the services send: traces from both, and metrics of their JVMs. */
package io.highlands.local.intake;
