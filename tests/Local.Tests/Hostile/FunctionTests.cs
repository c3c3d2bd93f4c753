using System.Collections.Concurrent;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Tests.Lambda;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Functions that run on this machine and do not behave.</summary>
public sealed class FunctionTests
{
    private const int MaxLine = 16 * 1024;

    /// <summary>They have their time, whatever they do with it, and no longer.</summary>
    [Theory]
    [InlineData("yes")]
    [InlineData("yes >&2")]
    [InlineData("while true; do :; done")]
    [InlineData("sleep 1000 & echo 1")] // ends, and leaves its output to another
    [InlineData("trap \"\" TERM HUP; sleep 1000")]
    public async Task Function_WithoutEnd_IsATimeoutAndHarmsNobody(string script)
    {
        await using var api = await LambdaApi.ProxyAsync(LambdaApi.Script(script), timeout: 500);
        var health = await DataPlane.DeployedApi.NewAsync(api.Local);
        await health.MockAsync("GET", "/", "well");
        await health.DeployAsync();

        var stuck = api.Api.GetAsync("/a");
        var other = await health.GetAsync("/");

        Assert.Equal((200, "well"), (other.Status, other.Body));
        Assert.Equal(504, (await stuck).Status);
    }

    /// <summary>A log without an end of its line is cut.</summary>
    [Fact]
    public async Task Function_ThatWritesOneLongLine_LogsItsBeginning()
    {
        var log = new Log();
        await using var api = await LambdaApi.ProxyAsync(LambdaApi.Script("head -c 3000000 /dev/zero >&2; echo {}") with { FunctionLog = log });

        await api.Api.GetAsync("/a");

        Assert.Equal([MaxLine], log.Lengths);
    }

    private sealed class Log : IFunctionLog
    {
        public ConcurrentQueue<int> Lengths { get; } = new();

        public void Wrote(string function, string line) => Lengths.Enqueue(line.Length);
    }
}
