// SPDX-License-Identifier: Apache-2.0
/** Compares what templates declare with what an account, or local mode, holds: read-only, through the AWS CLI. */
package io.highlands.local.verify;
