#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Stands in for `highlands drill --json`: sh drill.sh FOLDER drill --json --level N --report DIR [--seed=N]
# The files "healthy" and "mitigated" of FOLDER say what the platform would.
folder=$1
seed=5
for word in "$@"; do
  case $word in --seed=*) seed=${word#--seed=} ;; esac
done
hints=0
points=0
rm -f "$folder/mitigated"

tell() { printf '{"told":["%s"]}\n' "$1"; }
respond() { printf '{"told":["%s"],"input":"%s"}\n' "$2" "$1"; }

finish() {
  cat > "$folder/report.md" <<REPORT
# Drill: level 1, seed $seed

$1 in environment \`local\`, from 2026-01-01T00:00:03Z. **$points points.**

## Times

| from the faults to | seconds |
|---|---|
| the first alarm, \`edge-latency-service-b-service-a\` | 41 |
| mitigation: the last fault ended | 184 |

## Truth: \`latency service-b:service-a delay=3s\`

3. Mitigation: \`replace-tasks\`
REPORT
  score='{"at":"2026-01-01T00:00:03Z","level":1,"seed":'$seed',"points":'$points',"mitigated":'$2$3',"wrongPoints":5,"hintPoints":'$hints'}'
  echo "$score" >> "$folder/scores.jsonl"
  printf '{"told":[],"score":%s,"report":"%s"}\n' "$score" "$folder/report.md"
  exit "$4"
}

tell "drill of level 1, seed $seed"
if ! [ -e "$folder/healthy" ]; then
  tell "waiting: highlands-local-edge-errors in ALARM"
  until [ -e "$folder/healthy" ]; do sleep 0.05; done
fi
tell "Something is wrong somewhere. The clock runs."
printf '{"told":[],"begun":{"since":"%s","faults":1,"places":["service-a","service-b","service-b:service-a"],' \
  "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
printf '"kinds":["errors","latency"],"mitigations":["replace-tasks","roll-back"],"hintPoints":10}}\n'
while read -r line; do
  case $line in
    'answer service-b:service-a latency replace-tasks')
      respond "$line" 'where: right, kind: right, mitigation: right; all is said, end it now'
      until [ -e "$folder/mitigated" ]; do sleep 0.05; done
      tell 'the mitigation works'
      points=$((95 - hints))
      finish Mitigated true ',"secondsToMitigate":184' 0
      ;;
    answer*) respond "$line" 'where: wrong' ;;
    hint) hints=$((hints + 10)); respond "$line" 'hint 1 of 3: alarm edge-latency-service-b-service-a' ;;
    give-up) respond "$line" 'given up'; finish 'Given up' false '' 1 ;;
  esac
done
