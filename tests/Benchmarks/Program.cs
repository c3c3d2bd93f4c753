using DirectRoute.Benchmarks;

return await Runner.RunAsync(args.FirstOrDefault() ?? "");
