using System.Text.RegularExpressions;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Lambda;

/// <summary>Why a function is not invoked, or what is wrong with how it answered.</summary>
internal static partial class LambdaFaults
{
    /// <summary>Neither a service nor a target is known.</summary>
    public static GatewayFault NoFunction(FunctionReference function) => new()
    {
        ResponseType = "INTEGRATION_FAILURE",
        StatusCode = 504,
        ErrorType = "InternalServerErrorException",
        Message = $"The local gateway was not told what runs the Lambda function {function}.",
        Detail = $"Start with --lambda {function}=URL or --lambda {function}=COMMAND to run it here, or with --endpoint-url (an emulator's address, or aws) to have Lambda invoked.",
    };

    /// <summary>The URI names no function.</summary>
    public static GatewayFault NoReference(string? uri) => GatewayFault.Misconfigured(
        $"{uri} names no Lambda function. One looks like arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations.");

    /// <summary>The event is larger than Lambda takes.</summary>
    public static GatewayFault PayloadTooLarge(int length, int limit) => new()
    {
        ResponseType = "REQUEST_TOO_LARGE",
        StatusCode = 413,
        ErrorType = "RequestEntityTooLargeException",
        Message = "Request Entity Too Large",
        Detail = $"The event has {length} bytes; Lambda takes at most {limit}.",
    };

    /// <summary>Lambda itself, not the function, answered with an error.</summary>
    public static GatewayFault Refused(FunctionReference function, BackendResponse response) =>
        GatewayFault.Misconfigured($"Lambda answered the invocation of {function} with status {response.StatusCode}: {Shown(response.Text)}");

    /// <summary>The address that stands for the function answered with an error.</summary>
    public static GatewayFault Refused(Uri url, BackendResponse response) =>
        GatewayFault.Misconfigured($"{url}, which --lambda names, answered with status {response.StatusCode}: {Shown(response.Text)}");

    /// <summary>The program cannot be started.</summary>
    public static GatewayFault NotStarted(FunctionHost.Command command, string why) =>
        GatewayFault.Misconfigured($"The program {command.File}, which --lambda names, cannot be started: {why}.");

    /// <summary>The function's own policy does not allow API Gateway to invoke it.</summary>
    public static GatewayFault NotPermitted(FunctionReference function, string sourceArn, string why) => GatewayFault.Misconfigured(
        $"Invalid permissions on Lambda function: {why}. Name a role in the integration's or authorizer's credentials, or allow it with: aws lambda add-permission --function-name {function.UnqualifiedArn}"
        + (function.Qualifier is null ? "" : $" --qualifier {function.Qualifier}")
        + $" --statement-id apigateway --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn '{Variable().Replace(sourceArn, "*")}'");

    /// <summary>Whether the function's own policy allows API Gateway to invoke it cannot be found out.</summary>
    public static GatewayFault PolicyUnknown(FunctionReference function, string why) => GatewayFault.Misconfigured(
        $"The policy of the Lambda function {function}, which decides where no role is named, could not be read at the endpoint of services: {why}. "
        + "When the endpoint does not know GetPolicy, or its credentials may not read policies, turn the check of roles off.");

    /// <summary>A variable of a path, for which permissions have an asterisk.</summary>
    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    private static string Shown(string text) => text.Length <= MaxShown ? text : $"{text.AsSpan(0, MaxShown)}...";

    private const int MaxShown = 500;
}
