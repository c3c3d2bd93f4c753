#!/bin/sh
# The function of the sample "lambda": reads an event, writes it to its log, and answers. An order whose id begins with "taken" is there already.
event=$(tr -d '\n')
printf '%s\n' "$event" >&2

case $event in
  *taken*)
    echo '{"errorType": "OrderExists", "errorMessage": "there is such an order already"}'
    exit 1 ;;
  *broken*)
    echo "the kettle is broken" >&2
    exit 1 ;;
  # The whole request: the answer is a response.
  *'"requestContext"'*)
    echo '{"statusCode": 201, "headers": {"X-Order": "1"}, "body": "created"}' ;;
  # An event of the route's making: the answer is a result.
  *)
    id=$(printf '%s' "$event" | sed 's/.*"id" *: *"\([^"]*\)".*/\1/')
    printf '{"id": "%s", "secret": "not for clients"}\n' "$id" ;;
esac
