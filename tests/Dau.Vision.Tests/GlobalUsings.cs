global using Dau.Model;
global using OpenCvSharp;
