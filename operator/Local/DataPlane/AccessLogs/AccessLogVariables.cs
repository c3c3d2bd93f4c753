using System.Globalization;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.AccessLogs;

/// <summary>The variables of access logs, by AWS's names without <c>$context.</c>: what templates read too, and what is known only once a request is answered.</summary>
/// <seealso href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html"/>
/// <seealso href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html"/>
internal static class AccessLogVariables
{
    /// <summary>The one variable whose value is JSON by itself.</summary>
    public const string QuotedMessage = "error.messageString";

    /// <summary>The value; null when there is none.</summary>
    public static string? Read(Exchange exchange, string name) => name switch
    {
        "status" => Text(exchange.Response?.StatusCode),
        "responseLength" => Text(exchange.ResponseLength),
        "responseLatency" => Milliseconds(exchange.ResponseLatency),
        "dataProcessed" => Text(exchange.Request.Body.Length + exchange.ResponseLength),
        "authorizer.claims" => null, // documented: only its members have values
        "awsEndpointRequestId" or "integration.requestId" => Header(exchange, "x-amzn-RequestId") ?? Header(exchange, "x-amz-request-id"),
        "awsEndpointRequestId2" => Header(exchange, "x-amz-id-2"),
        _ when name.StartsWith("error.", StringComparison.Ordinal) => Error(exchange.Response?.Fault, name),
        _ when name.StartsWith("integration", StringComparison.Ordinal) => IsBackendCalled(exchange) ? Integration(exchange, name) : null,
        _ => ContextTree.Read(exchange.Context, name),
    };

    private static string? Error(GatewayFault? fault, string name) => fault is null ? null : name switch
    {
        "error.message" => fault.Message,
        QuotedMessage => JsonTexts.Quote(fault.Message),
        "error.responseType" => fault.ResponseType,
        "error.validationErrorString" => fault.ValidationError,
        _ => null,
    };

    private static string? Integration(Exchange exchange, string name) => name switch
    {
        "integrationLatency" or "integration.latency" => Milliseconds(exchange.IntegrationLatency),
        "integrationStatus" or "integration.integrationStatus" => Text(exchange.BackendResponse?.StatusCode),
        "integration.status" => Text(StatusOfCode(exchange)),
        "integrationErrorMessage" or "integration.error" => exchange.BackendResponse is null ? exchange.Response?.Fault?.Detail : null,
        _ => null,
    };

    /// <summary>A MOCK integration calls nothing.</summary>
    private static bool IsBackendCalled(Exchange exchange) => exchange.Call is { MockResponse: null };

    /// <summary>The status of the backend; behind a Lambda proxy that which the function's code answers, not that of the service.</summary>
    private static int? StatusOfCode(Exchange exchange) =>
        exchange.Route?.Prepared?.Route.Integration.Type == IntegrationType.AWS_PROXY && exchange.Response is { Fault: null } answer
            ? answer.StatusCode
            : exchange.BackendResponse?.StatusCode;

    private static string? Header(Exchange exchange, string name) => IsBackendCalled(exchange) ? exchange.BackendResponse?.Headers.Last(name) : null;

    private static string Milliseconds(TimeSpan time) => Text((long)time.TotalMilliseconds)!;

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
