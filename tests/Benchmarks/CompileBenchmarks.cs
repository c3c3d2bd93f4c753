using System.Diagnostics;
using System.Text.Json.Nodes;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Benchmarks;

/// <summary>The compiler alone, in this process: from manifests to models, policies and diagnostics.</summary>
internal static class CompileBenchmarks
{
    private const int Rounds = 15;
    private const int Apis = 50;
    private const int RoutesOfApi = 200;

    public static IEnumerable<Benchmark> All => [new(["compile.300.ms", "compile.10000.ms", "compile.10000.mb"], MeasureAsync)];

    private static async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await Task.Yield();
        var one = Api(0, 300);
        yield return new("compile.300.ms", Median(() => Accept(ApiCompiler.Compile(one))), "ms");

        var all = Enumerable.Range(0, Apis).Select(i => Api(i, RoutesOfApi)).ToList();
        yield return new("compile.10000.ms", Median(() => Parallel.ForEach(all, api => Accept(ApiCompiler.Compile(api)))), "ms");

        var before = GC.GetTotalAllocatedBytes(precise: true);
        foreach (var api in all) Accept(ApiCompiler.Compile(api));
        yield return new("compile.10000.mb", (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6, "MB");
    }

    /// <summary>The median of several runs, after as many for warmth, in milliseconds.</summary>
    private static double Median(Action action)
    {
        for (var i = 0; i < Rounds; i++) action();
        List<double> runs = [];
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            runs.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return runs.Order().ElementAt(Rounds / 2);
    }

    /// <summary>A figure of routes that were refused would be no figure.</summary>
    private static void Accept(ApiCompilation compilation)
    {
        if (compilation.Api is null || compilation.Routes.Any(r => r.Model is null))
            throw new InvalidOperationException(string.Join("\n", compilation.Diagnostics.Concat(compilation.Routes.SelectMany(r => r.Diagnostics))));
    }

    private static ApiInput Api(int api, int routes) => new()
    {
        Owner = new Owner("bench", "DirectApi", "team", $"api-{api}"),
        Spec = new DirectApiSpec { Protocol = ApiProtocol.REST, Stages = [new ApiStage { Name = "prod", Variables = new Dictionary<string, string> { ["color"] = "blue" } }] },
        Account = new AccountFacts { Name = "default", AccountId = "123456789012", Partition = "aws", Region = "us-east-1" },
        Routes = [.. Enumerable.Range(0, routes).Select(Route)],
    };

    private static RouteInput Route(int route) => new()
    {
        Namespace = "team",
        Name = $"route-{route}",
        Uid = $"uid-{route}",
        CreationTimestamp = DateTimeOffset.UnixEpoch,
        Spec = route % 2 == 0 ? SendMessage(route) : GetItem(route),
    };

    private static DirectRouteSpec SendMessage(int route) => new()
    {
        ApiRef = new() { Name = "api" },
        Match = new() { Method = RouteMethod.POST, Path = $"/queues/{route}/messages" },
        Target = new()
        {
            Action = "sqs:SendMessage",
            Resource = $"arn:aws:sqs:us-east-1:123456789012:queue-{route % 20}",
            Parameters = new JsonObject
            {
                ["MessageBody"] = "$request.body.message",
                ["DelaySeconds"] = 5,
                ["MessageAttributes"] = new JsonObject
                {
                    ["caller"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "${context.identity.sourceIp} in ${stageVariables.color}" },
                },
            },
        },
    };

    private static DirectRouteSpec GetItem(int route) => new()
    {
        ApiRef = new() { Name = "api" },
        Match = new() { Method = RouteMethod.GET, Path = $"/tables/{route}/users/{{userId}}" },
        Target = new()
        {
            Action = "dynamodb:GetItem",
            Resource = $"arn:aws:dynamodb:us-east-1:123456789012:table/table-{route % 20}",
            Parameters = new JsonObject
            {
                ["Key"] = new JsonObject { ["userId"] = new JsonObject { ["S"] = "$request.path.userId" } },
                ["ConsistentRead"] = true,
            },
        },
    };
}
