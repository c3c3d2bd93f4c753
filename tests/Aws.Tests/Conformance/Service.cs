using System.Reflection;
using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.Runtime;
using DirectRoute.Aws.Tests.Support;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>A client and the facts it must agree with.</summary>
internal sealed record Service(string Name, Type Interface, Func<string, AmazonServiceClient> Client, bool EpochSeconds)
{
    private static readonly Service[] All =
    [
        new("APIGateway", typeof(IAmazonAPIGateway), url => Clients.ApiGateway(url), EpochSeconds: true),
        new("ApiGatewayV2", typeof(IAmazonApiGatewayV2), Clients.ApiGatewayV2, EpochSeconds: false),
        new("IdentityManagement", typeof(IAmazonIdentityManagementService), url => Clients.Iam(url), EpochSeconds: false),
        new("Lambda", typeof(IAmazonLambda), Clients.Lambda, EpochSeconds: true),
    ];

    public ServiceFacts Facts { get; } = ServiceFacts.Read(Name);

    public static IEnumerable<string> Names => All.Select(service => service.Name);

    public Assembly Assembly => Interface.Assembly;

    public static Service Of(string name) => All.Single(service => service.Name == name);

    public Type Model(string name) => Assembly.GetType($"{Interface.Namespace}.Model.{name}", throwOnError: true)!;

    public Type Type(string name) => Assembly.GetType($"{Interface.Namespace}.{name}", throwOnError: true)!;

    /// <summary>Calls an operation.</summary>
    public static async Task<AmazonWebServiceResponse> CallAsync(object client, string operation, object request)
    {
        var task = (Task)client.GetType().GetMethod($"{operation}Async")!.Invoke(client, [request, CancellationToken.None])!;
        await task;
        return (AmazonWebServiceResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    /// <summary>The names of the operations that an interface has.</summary>
    public static IEnumerable<string> OperationsOf(Type type) => type.GetMethods()
        .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(method => method.Name[..^"Async".Length]);
}
