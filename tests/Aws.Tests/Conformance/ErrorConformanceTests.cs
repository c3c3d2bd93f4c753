using System.Net;
using Amazon.Runtime;
using DirectRoute.Aws.Tests.Support;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>Each modelled error becomes its exception, with its members.</summary>
public sealed class ErrorConformanceTests
{
    public static TheoryData<string, string> JsonErrors =>
        RestJsonConformanceTests.Each(service => service.Facts.Errors.Select(error => error.Exception));

    public static TheoryData<string> IamErrors => [.. Service.Of("IdentityManagement").Facts.Errors.Select(error => error.Exception)];

    [Theory]
    [MemberData(nameof(JsonErrors))]
    public Task Error_TypeInHeader_IsItsException(string service, string exception) => AssertJsonAsync(
        service, exception, (code, members) => RecordingEndpoint.StartAsync(
            418, $$"""{"message": "words"{{members}}}""", ("x-amzn-ErrorType", code + ":http://internal.amazon.com/"), ("Retry-After", "3"), ("x-amzn-RequestId", "id")));

    [Theory]
    [MemberData(nameof(JsonErrors))]
    public Task Error_TypeInBody_IsItsException(string service, string exception) => AssertJsonAsync(
        service, exception, (code, members) => RecordingEndpoint.StartAsync(
            418, $$"""{"__type": "aws.protocoltests#{{code}}", "Message": "words"{{members}}}""", ("Retry-After", "3"), ("x-amzn-RequestId", "id")));

    [Theory]
    [MemberData(nameof(IamErrors))]
    public async Task IamError_Code_IsItsException(string exception)
    {
        var service = Service.Of("IdentityManagement");
        var fact = service.Facts.Errors.Single(error => error.Exception == exception);
        await using var endpoint = await RecordingEndpoint.StartAsync(409, $"""
            <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
              <Error><Type>Sender</Type><Code>{fact.Code}</Code><Message>words &amp; more</Message></Error><RequestId>id</RequestId>
            </ErrorResponse>
            """);
        using var client = Clients.Iam(endpoint.Url);

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.DeleteRoleAsync(new() { RoleName = "r" }));

        Assert.Equal(service.Model(exception), error.GetType());
        Assert.Equal((fact.Code, "words & more", "id", HttpStatusCode.Conflict), (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
    }

    private static async Task AssertJsonAsync(string serviceName, string exception, Func<string, string, Task<RecordingEndpoint>> answer)
    {
        var service = Service.Of(serviceName);
        var fact = service.Facts.Errors.Single(error => error.Exception == exception);
        var members = string.Concat(fact.Members.Where(m => m.Location == "body").Select(m => $", \"{m.WireName}\": \"the {m.Name}\""));
        await using var endpoint = await answer(fact.Code, members);
        using var client = service.Client(endpoint.Url);
        var operation = service.Facts.Operations[0];
        var request = new Sample(service).Fill(Activator.CreateInstance(service.Model($"{operation.Name}Request"))!, operation.Request);

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => Service.CallAsync(client, operation.Name, request));

        Assert.Equal(service.Model(exception), error.GetType());
        Assert.Equal((fact.Code, "words", "id", (HttpStatusCode)418), (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
        Assert.Equal(ErrorType.Sender, error.ErrorType);
        foreach (var member in fact.Members)
            Assert.Equal(member.Location == "header" ? "3" : $"the {member.Name}", error.GetType().GetProperty(member.Name)!.GetValue(error)!.ToString());
    }
}
