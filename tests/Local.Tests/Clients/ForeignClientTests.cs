using System.Text.Json;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.ControlPlane.Rest;

namespace DirectRoute.Local.Tests.Clients;

/// <summary>boto3 and the AWS CLI as clients of every operation: what they parse, and what came over the wire itself, is held against AWS's service model.</summary>
public sealed class ForeignClientTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [AwsClientsTheory]
    [InlineData("boto3")]
    [InlineData("cli")]
    public async Task EveryOperation_ByAwssOwnClients_AnswersAsTheirModelSays(string client)
    {
        var steps = await AwsClients.RunAsync(client, local.Address);

        var failed = steps.Where(s => s.Result != "ok").Select(s => $"step {s.Step}, {s.Call}: {s.Result}").ToList();
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.Equal(Table().Count, steps.Count);
    }

    [Fact]
    public void Table_OfCalls_HasEveryOperation()
    {
        var called = Table().Where(s => !s.Fails).Select(s => s.Call).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(RestOperations.All.Select(o => "apigateway." + o.Name).ToHashSet(), called);
        Assert.Superset(HttpOperations.All.Select(o => "apigatewayv2." + o.Name).ToHashSet(), called);
    }

    private static List<(string Call, bool Fails)> Table()
    {
        using var table = JsonDocument.Parse(File.ReadAllText(AwsClients.Table));
        return [.. table.RootElement.EnumerateArray().Select(s => (s.GetProperty("call").GetString()!, s.TryGetProperty("fails", out _)))];
    }
}
