namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Measures the memory of the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>What requests leave behind does not grow with their number.</summary>
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Few = 100;
    private const int Many = 1000;
    private const int BytesOfEach = 100_000;

    [Fact]
    public async Task Requests_OfAnyNumber_LeaveNothingBehind()
    {
        var gateway = new HostileFixture(new LocalOptions { Port = 0 });
        await gateway.InitializeAsync();
        await SendAsync(gateway, Few);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await SendAsync(gateway, Many);

        // Were a tenth of it kept, it would be ten megabytes.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Many * BytesOfEach / 10);
        await gateway.AssertWellAsync();
        await gateway.DisposeAsync();
    }

    /// <summary>Each with names of its own, and bodies of which half are broken off.</summary>
    private static async Task SendAsync(HostileFixture gateway, int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            using var client = await gateway.ConnectAsync();
            var (target, service) = i % 2 == 0 ? (gateway.WellPath + $"?{i}", "execute-api") : ("/restapis", "apigateway");
            var length = i % 4 < 2 ? BytesOfEach : BytesOfEach * 2;
            await client.SendAsync($"POST {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-{i}: {i}\r\nContent-Length: {length}\r\n"
                + $"Authorization: AWS4-HMAC-SHA256 Credential=key{i}/20260101/r{i}/{service}/aws4_request\r\n\r\n{new string((char)('a' + (i % 26)), BytesOfEach)}");
            if (length == BytesOfEach) await client.ReadAllAsync();
            else client.Reset();
        }
    }
}
