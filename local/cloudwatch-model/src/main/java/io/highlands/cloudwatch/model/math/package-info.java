// SPDX-License-Identifier: Apache-2.0
/** CloudWatch's metric math: a parser and an evaluator. */
package io.highlands.cloudwatch.model.math;
